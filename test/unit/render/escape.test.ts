import { describe, expect, test } from 'vitest';
import { escapeFor } from '../../../src/render/escape.ts';

describe('escapeFor html', () => {
  test.each([
    ['<script>alert("x")</script>', '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;'],
    [`' onload='x`, '&#39; onload=&#39;x'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['{{title}}', '{{title}}'],
    ['abc\u202Ecba', 'abc\\u202Ecba'],
    ['广州市', '广州市'],
  ])('%j', (text, expected) => {
    expect(escapeFor('html', text)).toBe(expected);
  });
});

describe('escapeFor md', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['a\nb\r\nc\rd', 'a<br>b<br>c<br>d'],
    ['*x* _y_ `z` ~w~', '\\*x\\* \\_y\\_ \\`z\\` \\~w\\~'],
    ['[点我](javascript:alert(1))', '\\[点我\\](javascript:alert(1))'],
    ['![图](http://x.cn/a.png)', '!\\[图\\](http\\://x.cn/a.png)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['https://evil.cn', 'https\\://evil.cn'],
    ['WWW.evil.cn', 'WWW\\.evil.cn'],
    ['a@b.cn', 'a\\@b.cn'],
    ['# 标题', '\\# 标题'],
    ['- 项', '\\- 项'],
    ['--- 线', '\\--- 线'],
    ['===', '\\==='],
    ['+ 项', '\\+ 项'],
    ['1. 项', '1\\. 项'],
    ['2) 项', '2\\) 项'],
    ['甲\n1. 乙', '甲<br>1\\. 乙'],
    ['    代码', ' 代码'],
    ['> 引', '\\> 引'],
    ['$x$', '\\$x\\$'],
    ['{{x}}', '\\{\\{x\\}\\}'],
    ['C:\\temp', 'C:\\\\temp'],
    ['-12.5', '-12.5'],
    ['12.5', '12.5'],
    ['1,234', '1,234'],
    ['（缺西城市、海城市）', '（缺西城市、海城市）'],
  ])('%j', (text, expected) => {
    expect(escapeFor('md', text)).toBe(expected);
  });
});
