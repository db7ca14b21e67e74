import { expect, it } from 'vitest';
import { csv } from './export';
import { tip } from './option';

it('writes CSV that a spreadsheet reads and never runs', () => {
  expect(csv({ columns: ['名称', 'n'], rows: [['a,"b"', 1.5], ['=1+1', -2], ['', null]] })).toBe('\uFEFF名称,n\r\n"a,""b""",1.5\r\n\'=1+1,-2\r\n,\r\n');
});

it('shows names in a tool-tip as text, never as markup', () => {
  expect(tip('<img src=x>', [['a&b', '"1"']])).not.toMatch(/<img|"1"/);
});
