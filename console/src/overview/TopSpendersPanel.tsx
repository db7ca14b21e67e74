import { Link } from 'react-router';
import type { TopSpenders } from '../api/model';
import { Panel } from '../chart/Panel';
import { Nothing } from '../shell/states';
import { useText } from '../text/language';

/** How few bring how much, and whether they stay. */
export function TopSpendersPanel({ top }: { top: TopSpenders | null }) {
  const { t, format } = useText();
  if (top === null || top.members === 0) {
    return <Panel title={t('overview.top.title')}><Nothing title={t('overview.unscored')} /></Panel>;
  }
  const figures = {
    columns: [t('overview.top.title'), t('overview.members'), t('overview.top.ofMembers'), t('overview.spend'), t('overview.top.ofSpend'), t('overview.top.retention')],
    rows: [[null, top.members, top.share, top.spend, top.spendShare, top.retention]],
  };
  const note = <>{t('overview.top.sentence', { n: format.short(top.members), money: format.shortMoney(top.spend) })} · <Link to="/members?topSpender=true&sort=-spend">{t('overview.top.who')}</Link></>;
  return (
    <Panel title={t('overview.top.title')} note={note} figures={figures}>
      <Portion label={t('overview.top.ofMembers')} share={top.share} shown={format.share(top.share)} />
      <Portion label={t('overview.top.ofSpend')} share={top.spendShare} shown={format.share(top.spendShare)} />
      <Portion label={t('overview.top.retention')} share={top.retention ?? 0} shown={format.share(top.retention)} />
    </Panel>
  );
}

function Portion({ label, share, shown }: { label: string; share: number; shown: string }) {
  return (
    <div className="portion">
      <div className="portion-head"><span>{label}</span><strong>{shown}</strong></div>
      <div className="portion-bar" aria-hidden><span style={{ width: `${share * 100}%` }} /></div>
    </div>
  );
}
