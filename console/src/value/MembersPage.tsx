import { DownloadOutlined, FilterOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { Alert, Badge, Button, Input, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { address } from '../api/client';
import { LAYERS, LEVELS, STAGES } from '../api/model';
import { asAudience } from '../audience/opened';
import { useAddress } from '../shell/address';
import { Behind } from '../shell/Behind';
import { EndlessTable } from '../shell/EndlessTable';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { asExpression } from './asExpression';
import { ChooseColumns } from './ChooseColumns';
import { Filters } from './Filters';
import { FilterTags } from './FilterTags';
import { useListText } from './listWords';
import { membersKey, useMembers } from './members';
import { columnsOf, exportedColumns, filtersOf, FILTERS, rememberColumns, type Column } from './question';
import { SavedViews } from './SavedViews';
import { TagChoice } from './TagChoice';
import { useColumns } from './useColumns';
import { filterWord } from './words';

/** What a row is high, in pixels: name and identifier in two lines. */
const ROW = 65;

export default function MembersPage() {
  const { t, language } = useListText();
  const analyst = useMay('ANALYST');
  const { at, set, sort, sorted, onSort } = useAddress('-value');
  const [filtering, setFiltering] = useState(false);
  const [, setChosen] = useState(0);
  const columns = columnsOf(at('columns'));
  const filters = filtersOf(at);
  const question = { ...filters, sort };
  const members = useMembers(question);
  const table = useColumns(columns, sorted);
  const found = members.data?.pages[0]?.found ?? null;
  const asOf = members.data?.pages[0]?.asOf ?? null;
  const tooMany = found === 'TOO_MANY';
  const behind = FILTERS.filter((it) => !['q', 'stage', 'layer', 'level', 'tag'].includes(it) && at(it) !== undefined).length;
  const filtered = FILTERS.some((it) => at(it) !== undefined);
  const choose = (wanted: Column[]) => {
    rememberColumns(wanted);
    setChosen((n) => n + 1);
    if (at('columns') !== undefined) set({ columns: wanted.join(',') });
  };
  const choice = <T extends string>(name: string, label: string, values: readonly T[], word: (value: T) => string) => (
    <Select
      className="choice" mode="multiple" maxTagCount="responsive" allowClear placeholder={label} aria-label={label}
      value={values.filter((it) => at(name)?.split(',').includes(it))}
      onChange={(chosen: T[]) => set({ [name]: chosen.join(',') })}
      options={values.map((value) => ({ value, label: word(value) }))}
    />
  );
  return (
    <>
      <PageHead title={t('members.title')} note={asOf === null ? t('members.question') : `${t('members.question')} · ${t('page.asOf', { day: asOf })}`}>
        <SavedViews at={at} sort={sort} columns={columns} set={set} />
        {analyst && filtered && <OpenAsAudience at={at} />}
        {analyst && <Button icon={<DownloadOutlined />} href={address('/api/members/export', { ...filters, sort, columns: exportedColumns(columns), head: language === 'zh-CN' ? 'zh' : 'en' })} download disabled={tooMany} title={tooMany ? t('found.tooMany.file') : undefined} data-testid="export">{t('members.export')}</Button>}
      </PageHead>
      <section className="panel">
        <div className="filters">
          <Input.Search key={at('q') ?? ''} className="search" allowClear defaultValue={at('q') ?? ''} placeholder={t('members.search')} aria-label={t('members.search')} onSearch={(q) => set({ q: q.trim() })} />
          {choice('level', t('overview.level'), LEVELS, (it) => t(`level.${it}`))}
          {choice('stage', t('member.stage'), STAGES, (it) => t(`stage.${it}`))}
          {choice('layer', t('member.layer'), LAYERS, (it) => t(`layer.${it}`))}
          <TagChoice value={at('tag')} change={(tag) => set({ tag })} />
          <Badge count={behind} size="small"><Button icon={<FilterOutlined />} onClick={() => setFiltering(true)} data-testid="filters">{t('filters.more')}</Button></Badge>
          <ChooseColumns columns={columns} choose={choose} />
        </div>
        <FilterTags at={at} set={set} />
        {found === 'EXACT_OF_MORE' && (
          <Alert
            className="stale" type="info" showIcon data-testid="exact-of-more" title={t('found.exact', { typed: at('q') ?? '' })}
            action={<Button size="small" onClick={() => set({ q: `${at('q') ?? ''}*` })}>{t('found.all')}</Button>}
          />
        )}
        <Behind of={members} queryKey={membersKey(question)} />
        <Answer of={members}>
          {({ pages }) => (
            <EndlessTable
              rowKey="no"
              columns={table}
              rows={pages.flatMap((page) => page.items)}
              rowHeight={ROW}
              more={members.hasNextPage ? () => void (members.isFetchingNextPage || members.fetchNextPage()) : undefined}
              busy={members.isFetchingNextPage}
              onChange={onSort}
              loading={members.isPlaceholderData}
              locale={{ emptyText: tooMany ? <Nothing title={t('found.tooMany', { typed: at('q') ?? '' })} /> : <Nothing title={filtered ? t('state.nothing') : t('overview.empty')} /> }}
            />
          )}
        </Answer>
      </section>
      {filtering && <Filters at={at} set={set} close={() => setFiltering(false)} />}
    </>
  );
}

/** Whom the filters hold for, opened as an audience; not while one of them has no word in the language of audiences. */
function OpenAsAudience({ at }: { at: (name: string) => string | undefined }) {
  const { t } = useListText();
  const { expression, unsaid } = asExpression(at);
  const possible = expression !== null && unsaid.length === 0;
  const button = <Button icon={<UsergroupAddOutlined />} disabled={!possible} data-testid="as-audience">{t('members.asAudience')}</Button>;
  return possible
    ? <Link to={asAudience(expression)}>{button}</Link>
    : <Tooltip title={t('members.asAudience.not', { filters: unsaid.map((name) => filterWord(t, name)).join(' / ') })}><span>{button}</span></Tooltip>;
}
