/** One activity of the return that every style tells; everybody and everything in it is invented. */
export interface Deed {
  /** Region code. */
  readonly unit: string;
  readonly task: string;
  readonly type: string;
  readonly association: Association;
  readonly title: string;
  readonly venue: string;
  readonly part: string;
  /** ISO dates. */
  readonly start: string;
  readonly end: string;
  /** By column id; money in 万元. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Yes/no columns that are yes. */
  readonly yes: readonly string[];
}

export interface Association {
  readonly name: string;
  readonly code: string;
}

const ASSOCIATIONS: readonly Association[] = [
  { name: '惠州市样例储能产业协会', code: '51441300YXH7000135' },
  { name: '惠城区样例机器人协会', code: '51441302YXH700021W' },
  { name: '惠州市样例智造促进会', code: '51441300YXH70003XP' },
  { name: '惠阳区样例电子商会', code: '51441303YXH7000483' },
  { name: '惠州市样例外商投资协会', code: '51441300YXH700056J' },
  { name: '大亚湾样例石化商会', code: '51441300YXH700064D' },
  { name: '惠城区样例餐饮商会', code: '51441302YXH7000725' },
  { name: '惠州市样例家具商会', code: '51441300YXH7000803' },
  { name: '惠城区样例建材协会', code: '51441302YXH700099W' },
  { name: '博罗县样例农业协会', code: '51441322YXH700101F' },
  { name: '惠东县样例鞋业商会', code: '51441323YXH70011XM' },
  { name: '龙门县样例旅游协会', code: '51441324YXH7001284' },
];

// Unit, type, association, title, venue, part, days, numbers, yes. Two associations held the furniture fair together.
const LINES = `441300-self | t1_founding | 1 | 储能产业协会成立大会 | 市会议中心 | 主办 | 2024-01-12 | | leader_led
441302 | t1_founding | 2 | 机器人协会成立大会 | 惠城宾馆 | 主办 | 2024-02-28 | |
441300-self | t1_upgrade | 3 | 智能化改造现场会 | 仲恺产业园 | 主办 | 2024-03-06 | enterprises 32, manufacturing_enterprises 28 |
441303 | t1_member_service | 4 | 会员企业走访月 | 惠阳各园区 | 主办 | 2024-01-25 | enterprises 15, manufacturing_enterprises 9 |
441300-self | t2_platform | 5 | 惠港企业合作平台 | 市政务中心 | 主办 | 2024-03-20 | |
441300-dayawan | t2_hkmo_service | 6 | 港澳青年创业沙龙 | 大亚湾创客园 | 主办 | 2024-03-15 2024-03-16 | participants 60, beneficiaries 46 |
441300-self | t2_talent_training | 5 | 秘书长业务培训 | 市委党校 | 主办 | 2024-03-04 | participants 120 |
441302 | t2_community | 7 | 学雷锋社区服务日 | 桥西街道 | 承办 | 2024-03-05 | beneficiaries 210 |
441300-self | t2_joint_research | 3 | 湾区制造业协同课题 | 线上 | 参与 | 2024-02-20 | |
441300-self | t3_matching | 8 | 家具产销对接会 | 会展中心 | 主办 | 2024-03-18 2024-03-19 | enterprises 85, projects_signed 12, amount_signed 3560.5 |
441300-self | t3_matching | 9 | 家具产销对接会 | 会展中心 | 协办 | 2024-03-18 2024-03-19 | enterprises 85, projects_signed 12, amount_signed 3560.5 |
441322 | t3_exchange_platform | 10 | 农产品交流平台 | 罗阳街道 | 主办 | 2024-01-30 | |
441323 | t3_brand | 11 | 女鞋之都服务品牌 | 惠东鞋城 | 主办 | 2024-02-06 | |
441322 | t4_rural | 10 | 荔枝产业帮扶 | 柏塘镇 | 主办 | 2024-02-27 | funds 30 |
441324 | t4_rural | 12 | 民宿产业帮扶 | 龙华镇 | 主办 | 2024-03-01 | funds 8.75 |
441324 | t4_charity | 12 | 捐资助学 | 龙田中学 | 主办 | 2024-03-12 | beneficiaries 300, funds 5.2 |
441302 | t4_charity | 7 | 爱心早餐捐赠 | 桥东街道 | 主办 | 2024-01-08 | funds 0.36 |
441303 | t4_special_group | 4 | 关爱孤寡老人 | 淡水敬老院 | 主办 | 2024-02-02 | beneficiaries 88 |
441302 | t5_job_fair | 2 | 惠城春季招聘会 | 区体育馆 | 主办 | 2024-02-27 | enterprises 40, jobs_offered 1620, job_intents 180, jobs_filled 95, graduates_filled 40 |
441323 | t5_job_fair | 11 | 鞋业专场招聘会 | 惠东人力市场 | 承办 | 2024-03-08 | enterprises 25, jobs_offered 310, job_intents 90, jobs_filled 51, graduates_filled 12 |
441303 | t5_training | 4 | 贴片工技能培训 | 惠阳技校 | 主办 | 2024-03-22 | participants 66 |
441300-dayawan | t5_base | 6 | 石化实训基地揭牌 | 大亚湾技校 | 主办 | 2024-03-26 | |
441300-self | t5_school_coop | 1 | 储能订单班 | 惠州学院 | 参与 | 2024-03-11 | |
441300-self | t6_survey | 8 | 家具出口调研 | 各家具企业 | 主办 | 2024-02-22 | enterprises 18 |
441302 | t6_report | 9 | 建材行业报告 | 线上 | 主办 | 2024-03-28 | |
441300-self | t6_proposal | 8 | 家具出口退税建议 | 线上 | 主办 | 2024-03-29 | | adopted
441302 | t6_proposal | 9 | 建材绿色认证建议 | 线上 | 主办 | 2024-03-30 | |
441300-self | t6_issue | 3 | 用工难问题收集 | 线上 | 主办 | 2024-03-14 | issues_raised 14, issues_solved 9 |`;

/** The activities of a quarter, in the order of their tasks. */
export const DEEDS: readonly Deed[] = LINES.split('\n').map((line) => {
  const [unit = '', type = '', association = '', title = '', venue = '', part = '', days = '', numbers = '', yes = ''] =
    line.split('|').map((cell) => cell.trim());
  const [start = '', end = start] = days.split(' ');
  const pairs = numbers === '' ? [] : numbers.split(', ').map((pair) => pair.split(' '));
  return {
    unit,
    task: type.slice(0, 2),
    type,
    association: ASSOCIATIONS[Number(association) - 1] ?? { name: '', code: '' },
    title,
    venue,
    part,
    start,
    end,
    numbers: new Map(pairs.map(([id = '', number]) => [id, Number(number)])),
    yes: yes === '' ? [] : [yes],
  };
});
