import { describe, expect, it } from 'vitest';
import { columnsOf, head } from './head';
import { proposeMap } from './propose';

describe('a proposed map', () => {
  it('finds time, member, order and amount by their columns’ names', () => {
    expect(proposeMap(['order_no', 'phone', 'ordered_at', 'amount'], 'orders')).toBe(
      ["SELECT 'Order Completed' AS event,", '       ordered_at        AS ts,', '       phone             AS id_phone,', '       order_no          AS object,', '       amount            AS amount', 'FROM input'].join('\n'),
    );
  });

  it('quotes columns that are no plain names', () => {
    const map = proposeMap(['手机号', '下单时间', '实付金额'], 'orders');
    expect(map).toContain('"手机号"');
    expect(map).toContain('"下单时间"');
    expect(map).toMatch(/"实付金额" +AS amount/);
  });

  it('takes what is left of a member as traits', () => {
    expect(proposeMap(['member_id', 'created_at', 'Skin Type'], 'members')).toMatch(/"Skin Type" +AS trait_skin_type/);
  });
});

describe('the head of a file', () => {
  it('names the columns of CSV, quoted or not, and the keys of NDJSON', async () => {
    expect(await columnsOf(new File(['\uFEFFa,"b,c",d\r\n1,2,3'], 'x.csv'), 'utf-8')).toEqual(['a', 'b,c', 'd']);
    expect(await columnsOf(new File(['{"id":1,"ts":"x"}\n'], 'x.ndjson'), 'utf-8')).toEqual(['id', 'ts']);
    expect(await columnsOf(new File(['PAR1'], 'x.parquet'), 'utf-8')).toEqual([]);
  });

  it('ends with a whole line, and is the file itself where that is small', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const large = new File([line.repeat(5000)], 'x.csv');
    const cut = await head(large);
    expect(cut.size).toBe(262_100);
    const small = new File([line], 'x.csv');
    expect(await head(small)).toBe(small);
  });
});
