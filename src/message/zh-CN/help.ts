import type { HelpTexts } from '../help-texts.ts';

/** 帮助. */
export const HELP: HelpTexts = {
  language: '简体中文',
  usage: '用法：',
  colon: '：',
  usageCommand: '<命令>',
  usageOptions: '[选项]',
  commandsHeading: '命令',
  groups: { scope: '汇总范围', result: '结果', exit: '何时返回 1', general: '通用选项' },
  examplesHeading: '例子',
  exitHeading: '返回码',
  environmentHeading: '环境变量',
  commands: {
    '': {
      summary: '',
      description:
        'huizong（汇总）：读取各地报送的表格，逐格审核，列出谁还没报，按地区和任务汇总，生成报告。不联网，不改动报送的文件。',
      examples: [
        ['huizong report 报送件/2024Q1', '审核、汇总，生成报告，放在 reports/2024Q1/'],
        ['huizong check 报送件/2024Q1', '只审核，列出每个单位要改的地方'],
        ['huizong report 报送件/2024Q1 -f xlsx -o 报告', '只要 Excel 报告，放到指定文件夹'],
        ['huizong explain NUMBER_UNREADABLE', '某个代码是什么意思，怎么改'],
      ],
    },
    report: {
      summary: '审核、汇总、生成报告',
      description:
        '读取文件夹里的全部报送件，审核、汇总，生成报告。有问题的报送件会列在报告里，不影响其他单位的汇总。在有 huizong.yaml 的工作区里可以不写 PATH，读取该期的报送件。',
      examples: [
        ['huizong report 报送件/2024Q1', '生成 Markdown、网页和 Excel 报告'],
        ['huizong report --period 2024Q1', '在工作区里：汇总这一期的报送件'],
        ['huizong report 报送件/2024Q1 -f xlsx -f json', '只要 Excel 和 JSON'],
        ['huizong report 报送件/2024Q1 --area 惠州市', '只汇总惠州市'],
        ['huizong report 报送件/2024Q1 --template 简报', '用自己的模板'],
        ['huizong report 报送件/2024Q1 --split city', '另给每个地市各出一份'],
        ['huizong report 报送件/2024Q1 -f json -o -', '把 JSON 输出到屏幕或管道'],
      ],
    },
    check: {
      summary: '只审核，列出问题',
      description:
        '读取并审核报送件，按填报单位列出问题：在哪个文件、哪一格，错在哪里，怎么改。不生成报告。在有 huizong.yaml 的工作区里可以不写 PATH。',
      examples: [
        ['huizong check 报送件/2024Q1', '问题最多的单位排在最前'],
        ['huizong check 报送件/2024Q1/惠州市.xlsx', '只看一份'],
        ['huizong check 报送件/2024Q1 --all', '列出全部问题，不截断'],
        ['huizong check 报送件/2024Q1 --write csv=审核问题.csv', '同时写成可用 Excel 打开的表'],
        ['huizong check 报送件/2024Q1 -f json', '供其他程序使用'],
      ],
    },
    status: {
      summary: '看谁已报、谁未报，列出催报名单',
      description:
        '读取报送件，列出每个应报单位是否已报、是否按时、有没有退回，以及催报名单。应报名单见工作区的 roster.csv，没有时为汇总范围的下一级地区。在有 huizong.yaml 的工作区里可以不写 PATH。',
      examples: [
        ['huizong status', '在工作区里：看这一期的报送情况'],
        ['huizong status --record', '把新收到的文件登记到 receipts.csv，收到日期为今天'],
        ['huizong status --chase -f md > 催报名单.md', '只要催报名单'],
        ['huizong status 报送件/2024Q1 -f csv > 报送情况.csv', '可以用 Excel 打开的表'],
      ],
    },
    form: {
      summary: '做填报用的空表',
      description:
        '按报表制度给填报单位做一份空的 Excel 表：填好单位和报告期，有下拉列表、填写提示、自动核对和填报说明，锁住表头。填好后用 huizong check 审核。PATH 是存放的文件夹，或者以 .xlsx 结尾的文件；不写时放在工作区的 forms/报告期，没有工作区时放在当前文件夹。',
      examples: [
        ['huizong form --region 惠州市 --period 2024Q1', '给惠州市做一份'],
        ['huizong form 空表 --all', '给每个应报单位各做一份'],
        ['huizong form --region 荔湾区 --form summary', '只要统计表'],
        ['huizong form --region 惠州市 --parts own', '县区另行报送时，统计表只填市本级'],
      ],
    },
    init: {
      summary: '建立工作区',
      description:
        '建立一个工作区：带注释的 huizong.yaml、应报名单 roster.csv、几张空表和存放报送件、报告的文件夹。已有的文件从不覆盖。不写 DIR 时建在当前文件夹。',
      examples: [
        ['huizong init 汇总 --area 惠州市 --period 2024Q1', '不提问，直接建立'],
        ['huizong init', '在当前文件夹建立，缺什么问什么'],
        ['huizong init 汇总 --yes', '全用默认值：全省，最近结束的一期'],
      ],
    },
    fill: {
      summary: '录入一份报送件',
      description:
        '在提问中录入一份报送件，每答一题立即审核；每答一题即存草稿，中断后接着填。写 FILE 时打开已有的报送件来改，写成新的一版，原文件不改动。写了 --answers 或 --set 时不提问。',
      examples: [
        ['huizong fill', '选填报单位、报告期、表式，逐题录入'],
        ['huizong fill --bureau 惠州市 --period 2024Q1', '填这个单位这一期的'],
        ['huizong fill 报送件/2024Q1/惠州市.xlsx', '改这份报送件，写成第 2 版'],
        ['huizong fill 惠州市.xlsx --set t5_jobs_offered=1200', '不提问，只改一个数'],
        ['huizong fill --answers 惠州市.json -o 惠州市.xlsx', '不提问，按文件里的内容写出'],
      ],
    },
    explain: {
      summary: '说明某个代码是什么意思、怎么改',
      description:
        '说明审核意见的代码：是什么、为什么要紧、怎么改。也可以写报表制度的规则编号。不写 CODE 时列出全部代码和规则。',
      examples: [
        ['huizong explain NUMBER_UNREADABLE', '某个代码是什么意思，不分大小写'],
        ['huizong explain L107', '报表制度的一条规则'],
        ['huizong explain', '列出全部代码和规则'],
      ],
    },
    scheme: {
      summary: '检查、查看报表制度',
      description: '报表制度是一个文件夹，写明有哪些任务、指标、列、地区和审核规则，都是可以用 Excel 打开的表。',
      examples: [
        ['huizong scheme check 我的制度', '修改之后检查有没有写错'],
        ['huizong scheme show', '看内置的示例指标体系'],
      ],
    },
    'scheme check': {
      summary: '检查报表制度有没有写错',
      description:
        '检查报表制度文件夹，一次列出全部错误，注明文件和行号。不写 DIR 时检查工作区所用的；没有工作区时检查内置的示例指标体系。',
      examples: [['huizong scheme check 我的制度', '检查自己修改过的报表制度']],
    },
    'scheme show': {
      summary: '列出任务、指标、列和规则',
      description:
        '列出报表制度里的任务、指标、台账的列和审核规则。不写 DIR 时列出工作区所用的；没有工作区时列出内置的示例指标体系。',
      examples: [['huizong scheme show', '看内置的示例指标体系']],
    },
    template: {
      summary: '修改报告的模板',
      description:
        '报告由模板的各个部分拼成。取出要改的部分，放在工作区的 templates 文件夹里修改；没有取出的仍用内置的。写法见 docs/templates.md。',
      examples: [
        ['huizong template list', '有哪些部分，各来自哪里'],
        ['huizong template eject overview', '取出“总体情况”这一部分'],
        ['huizong template check', '修改之后检查有没有写错'],
      ],
    },
    'template list': {
      summary: '列出模板的各个部分',
      description: '列出模板的各个部分：格式、来自内置还是自己的文件夹、有没有改过、内置的是否已更新。',
      examples: [
        ['huizong template list', '工作区所用的模板'],
        ['huizong template list --template 简报', '用这套模板时'],
      ],
    },
    'template eject': {
      summary: '取出内置的部分，供修改',
      description:
        '把内置模板的部分写成文件，供修改。不写 PART 时取出全部。放在工作区的 templates 文件夹，没有工作区时用 -o 指定。改过的文件不会被覆盖，除非加 --force。',
      examples: [
        ['huizong template eject overview.md', '只要 Markdown 报告的“总体情况”'],
        ['huizong template eject overview style.css', '两种格式的“总体情况”和网页的样式'],
        ['huizong template eject -o 模板', '全部取出，放到指定文件夹'],
      ],
    },
    'template check': {
      summary: '检查模板有没有写错',
      description:
        '检查模板，一次列出全部错误：不认识的数据、函数和部分，参数不对，括号不配对，互相引用，注明文件、行和位置；还指出内置部分已更新的旧拷贝。TEMPLATE 是模板的文件夹、文件或工作区里的名称；不写时检查工作区所用的，没有时检查内置的。有错误时返回 2。',
      examples: [
        ['huizong template check', '工作区所用的模板'],
        ['huizong template check 简报.md.hbs', '只检查一个文件'],
      ],
    },
  },
  helpCommand: '看某条命令的用法',
  options: {
    period: '报告期，例如 2024Q1；2024H1、2024 由其中各季度汇总；不写时从报送件中判断',
    area: '汇总范围：地区名称或代码，例如 惠州市、441300；不写时为全省，报送件都属于一个市时为该市',
    asOf: '汇总截止日，例如 2024-04-20；不写时为今天（北京时间）',
    scheme: '报表制度文件夹；不写时用内置的示例指标体系',
    counting: 'normal 或 strict；strict：有错误的报送件整份不计入（默认 normal）',
    basis: '统计表与台账都有数时以哪个为准：summary 统计表、ledger 台账（默认 summary）',
    previous: '上期的报送件，用于环比；不写时用工作区里上期的文件夹',
    yearAgo: '上年同期的报送件，用于同比；不写时用工作区里上年同期的文件夹',
    since: '上次的 report.json，用于列出新增、已改正和仍未改正的问题；不能放在报告文件夹里',
    reportFormat: '格式：md、html、xlsx、json；可重复写（默认 md html xlsx）',
    output: '存放报告的文件夹（默认 reports/报告期）；写 - 时输出到屏幕，只能选一种格式',
    set: '填写报告中的文字，例如 issuer=某某民政厅；可重复写，优先于 narrative.yaml（见 docs/workspace.md）',
    split: '另给每个下级各出一份报告，可选 city（地市），放在 cities 文件夹',
    force: '已有同名的其他文件时也覆盖',
    checkFormat: '格式：text、json、csv、sarif、junit、github（默认 text）',
    write: '另写成文件，例如 csv=审核问题.csv；可重复写，一次运行写出几种格式',
    textFormat: '格式：text、json（默认 text）',
    statusFormat: '格式：text、json、csv、md（默认 text）',
    template: '模板：文件夹、文件，或工作区 templates 里的文件夹名称；没有的部分用内置的',
    ejectOutput: '放到哪个文件夹（默认工作区的 templates）',
    ejectForce: '改过的文件也覆盖',
    chase: '只要催报名单：未报、退回、缺表、迟报的单位',
    record: '把新收到的文件登记到工作区的 receipts.csv，收到日期为 --as-of 的日期',
    initArea: '汇总范围：地区名称或代码，例如 惠州市、441300',
    initPeriod: '第一个报告期，例如 2024Q1；决定报送件文件夹的名称',
    initScheme: '报表制度文件夹；不写时用内置的示例指标体系',
    initAsOf: '默认的报告期是这一天之前结束的最后一期；不写时为今天（北京时间）',
    formRegion: '填报单位：名称或代码，例如 惠州市、441300；与 --all 合用时为汇总范围',
    formAll: '给每个应报单位各做一份：工作区 roster.csv 里的，没有时为汇总范围的下一级地区',
    formPeriod: '报告期，例如 2024Q1；不写时用工作区的，没有时为最近结束的一期',
    formAsOf: '默认的报告期是这一天之前结束的最后一期；不写时为今天（北京时间）',
    formForms: '表式：summary 统计表、ledger 台账、both 两张都要（默认 both；--all 时按 roster.csv）',
    formParts: '统计表怎样分栏：all 本级和各县区，own 只有本级，none 不分（默认 all）',
    formOutput: '存放的文件夹，与 PATH 相同',
    formForce: '已有同名的其他文件时也覆盖，例如已经填过的表',
    yes: '不提问，没有写明的都用默认值',
    bureau: '填报单位：地区名称或代码，例如 惠州市、441300-self',
    fillPeriod: '报告期，例如 2024Q1；不写时为工作区的或提问',
    fillForm: '填什么：summary 统计表、ledger 台账、both 两样',
    answers: '不提问，所填的内容在这个 JSON 文件里（写法见 docs/fill.md）',
    fillSet: '不提问，填一个数：指标=值 或 地区.指标=值，例如 441302.t5_job_fairs=3；可重复写，优先于 --answers',
    fillOutput: '写出的文件，.xlsx 或 .csv；不写时放在工作区这一期的文件夹或当前文件夹',
    fillAsOf: '截止日，晚于它的活动日期是错误；不写时为今天（北京时间）',
    all: '每个单位的问题全部列出',
    reportFailOn: '这一级及以上的问题：error、warning、info、never（默认 never）',
    checkFailOn: '这一级及以上的问题：error、warning、info、never（默认 error）',
    requireComplete: '有单位未报',
    lang: '界面语言：zh-CN、en',
    color: '颜色：always、never、auto（默认 auto）',
    noColor: '不用颜色',
    quiet: '只输出结果和错误',
    verbose: '多说一些：每个文件的处理情况',
    debug: '出错时显示程序的调用过程',
    help: '显示用法',
    version: '显示版本号',
  },
  exitCodes: [
    ['0', '完成'],
    ['1', '完成，但有 --fail-on 所指级别的问题，或有单位未报（--require-complete）'],
    ['2', '没有办成：用法或设置有误、找不到文件、写不进去、程序出错'],
    ['130', '被 Ctrl-C 中断'],
    ['143', '被系统或其他程序叫停'],
  ],
  environment: [
    ['HUIZONG_LANG', '界面语言，与 --lang 相同'],
    ['SOURCE_DATE_EPOCH', '没有 --as-of 时的汇总截止日（Unix 秒）'],
    ['NO_COLOR, FORCE_COLOR', '不用颜色；总是用颜色'],
  ],
  more: '某条命令的用法：huizong <命令> --help',
};
