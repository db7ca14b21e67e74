import { App, Button, Form, Input, Select } from 'antd';
import { useMay } from '../access/roles';
import { useBrand } from '../access/session';
import type { Brand } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { languageOf } from '../text/speaker';
import { useChangeBrand, type BrandChange } from './calls';
import { useSettingsText } from './words';
import './settings.css';

/** A Monday noon and an amount: how this brand's times and money look. */
const SAMPLE = { moment: '2026-05-01T04:00:00Z', money: 1234.5 };

/** Whose private domain this is. Zone and currency are set where the server is started, since they are part of what is stored. */
export default function BrandPage() {
  const { t, format } = useSettingsText();
  const brand = useBrand(true);
  const administrator = useMay('ADMINISTRATOR');
  return (
    <>
      <PageHead title={t('nav.brand')} note={t('brand.question')} />
      <Panel title={t('brand.title')} note={t('brand.note')}>
        <Answer of={brand}>
          {(it) => (
            <>
              {administrator && <Face key={`${it.name} ${it.locale}`} of={it} />}
              <dl className="facts">
                {!administrator && <><dt>{t('brand.name')}</dt><dd><strong>{it.name}</strong></dd></>}
                <dt>{t('brand.zone')}</dt><dd><strong>{it.zone}</strong> <span className="quiet"><code>GUANXI_ZONE</code> · {t('brand.zone.help', { utc: '2026-05-01 04:00 UTC', here: format.time(SAMPLE.moment) })}</span></dd>
                <dt>{t('brand.currency')}</dt><dd><strong>{it.currency}</strong> <span className="quiet"><code>GUANXI_CURRENCY</code> · {t('brand.currency.help', { money: format.money(SAMPLE.money) })}</span></dd>
                {!administrator && <><dt>{t('brand.locale')}</dt><dd><strong>{languageOf(it.locale) === 'en' ? 'English' : '中文'}</strong></dd></>}
              </dl>
            </>
          )}
        </Answer>
      </Panel>
    </>
  );
}

/** Name and default language; what a setting of the server says is shown, and can only be changed there. */
function Face({ of }: { of: Brand }) {
  const { t } = useSettingsText();
  const { message } = App.useApp();
  const [form] = Form.useForm<BrandChange>();
  const change = useChangeBrand();
  const help = (given: boolean, setting: string, else_: string) => (given ? t('brand.given', { setting }) : else_);
  return (
    <Form<BrandChange>
      form={form} layout="vertical" requiredMark={false} className="brand-face"
      initialValues={{ name: of.name, locale: languageOf(of.locale) }}
      onFinish={({ name, locale }) => change.mutate({ ...(of.nameGiven ? {} : { name }), ...(of.localeGiven || locale === languageOf(of.locale) ? {} : { locale }) }, { onSuccess: () => void message.success(t('brand.saved')) })}
    >
      {change.isError && <Refusal error={change.error} />}
      <Form.Item name="name" label={t('brand.name')} extra={help(of.nameGiven, 'GUANXI_BRAND', t('brand.name.help'))} rules={[{ required: true, whitespace: true, message: t('brand.name.missing') }]}>
        <Input maxLength={100} disabled={of.nameGiven} data-testid="brand-name" />
      </Form.Item>
      <Form.Item name="locale" label={t('brand.locale')} extra={help(of.localeGiven, 'GUANXI_LOCALE', t('brand.locale.help'))}>
        <Select disabled={of.localeGiven} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
      </Form.Item>
      {!(of.nameGiven && of.localeGiven) && <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="brand-save">{t('brand.save')}</Button>}
    </Form>
  );
}
