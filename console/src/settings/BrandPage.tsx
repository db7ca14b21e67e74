import { useBrand } from '../access/session';
import { Panel } from '../chart/Panel';
import { PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { useSettingsText } from './words';
import './settings.css';

/** A Monday noon and an amount: how this brand's times and money look. */
const SAMPLE = { moment: '2026-05-01T04:00:00Z', money: 1234.5 };

/** Whose private domain this is. Set where the server is started, since zone and currency are part of what is stored. */
export default function BrandPage() {
  const { t, format } = useSettingsText();
  const brand = useBrand(true);
  return (
    <>
      <PageHead title={t('nav.brand')} note={t('brand.question')} />
      <Panel title={t('brand.title')} note={t('brand.note')}>
        <Answer of={brand}>
          {(it) => (
            <dl className="facts">
              <dt>{t('brand.name')}</dt><dd><strong>{it.name}</strong> <span className="quiet"><code>GUANXI_BRAND</code></span></dd>
              <dt>{t('brand.zone')}</dt><dd><strong>{it.zone}</strong> <span className="quiet"><code>GUANXI_ZONE</code> · {t('brand.zone.help', { utc: '2026-05-01 04:00 UTC', here: format.time(SAMPLE.moment) })}</span></dd>
              <dt>{t('brand.currency')}</dt><dd><strong>{it.currency}</strong> <span className="quiet"><code>GUANXI_CURRENCY</code> · {t('brand.currency.help', { money: format.money(SAMPLE.money) })}</span></dd>
              <dt>{t('brand.locale')}</dt><dd><strong>{it.locale}</strong> <span className="quiet"><code>GUANXI_LOCALE</code></span></dd>
            </dl>
          )}
        </Answer>
      </Panel>
    </>
  );
}
