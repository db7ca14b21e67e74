import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useSaveLanguage } from '../access/session';
import { useText } from '../text/language';
import { useLook } from './look';

export function LanguageSwitch() {
  const { language, speak } = useText();
  const save = useSaveLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => { speak(other); save(other); }} data-testid="language">
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}

export function ThemeSwitch() {
  const { t } = useText();
  const { theme, wear } = useLook();
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = other === 'dark' ? t('shell.theme.dark') : t('shell.theme.light');
  return (
    <Tooltip title={label}>
      <Button type="text" aria-label={label} icon={other === 'dark' ? <MoonOutlined /> : <SunOutlined />} onClick={() => wear(other)} data-testid="theme" />
    </Tooltip>
  );
}
