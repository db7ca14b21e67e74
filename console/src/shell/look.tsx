import { App as AntApp, ConfigProvider, theme as antTheme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useText } from '../text/language';
import { DARK, FONTS, LIGHT, type Palette } from './palette';

export type Theme = 'light' | 'dark';

interface Look {
  theme: Theme;
  palette: Palette;
  wear: (theme: Theme) => void;
}

const LookContext = createContext<Look | null>(null);
const REMEMBERED = 'guanxi.theme';

export function useLook(): Look {
  const look = useContext(LookContext);
  if (look === null) throw new Error('useLook outside of its provider');
  return look;
}

/** Light or dark, as last chosen here, else as the system has it. */
export function LookProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(initialTheme);
  const { language } = useText();
  const palette = theme === 'dark' ? DARK : LIGHT;

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme;
    document.body.style.background = palette.ground;
  }, [theme, palette]);

  const look = useMemo<Look>(
    () => ({
      theme,
      palette,
      wear: (next) => {
        localStorage.setItem(REMEMBERED, next);
        setTheme(next);
      },
    }),
    [theme, palette],
  );

  return (
    <LookContext value={look}>
      <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={antThemeFor(theme, palette)} button={{ autoInsertSpace: false }}>
        <AntApp message={{ maxCount: 3 }}>{children}</AntApp>
      </ConfigProvider>
    </LookContext>
  );
}

function initialTheme(): Theme {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'light' || remembered === 'dark') return remembered;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function antThemeFor(theme: Theme, palette: Palette) {
  return {
    cssVar: { key: 'guanxi' },
    hashed: false,
    algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorError: palette.bad,
      colorSuccess: palette.good,
      colorText: palette.ink,
      colorTextSecondary: palette.faint,
      colorTextTertiary: palette.faint,
      colorTextDescription: palette.faint,
      colorTextPlaceholder: palette.faint,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorderSecondary: palette.line,
      colorTextLightSolid: theme === 'dark' ? '#0b1412' : '#ffffff',
      // Derived from so deep a green these would be a dull grey.
      colorPrimaryBg: theme === 'dark' ? '#16352f' : '#e2f1ed',
      colorPrimaryBgHover: theme === 'dark' ? '#1b423b' : '#d3e9e4',
      colorInfoBg: theme === 'dark' ? '#16352f' : '#e2f1ed',
      colorInfoBgHover: theme === 'dark' ? '#1b423b' : '#d3e9e4',
      colorInfoBorder: theme === 'dark' ? '#24574e' : '#a9d3ca',
      colorSuccessBg: theme === 'dark' ? '#173420' : '#e3f3e8',
      colorSuccessBgHover: theme === 'dark' ? '#1c4227' : '#d3ebdb',
      colorSuccessBorder: theme === 'dark' ? '#285c37' : '#a8d5b8',
      controlOutline: theme === 'dark' ? 'rgba(63,189,166,.3)' : 'rgba(11,117,102,.22)',
      borderRadius: 8,
      fontFamily: FONTS,
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Layout: { siderBg: palette.surface, headerBg: palette.surface, headerHeight: 56, headerPadding: '0 20px' },
      Menu: { itemBorderRadius: 8, itemHeight: 38, activeBarBorderWidth: 0, itemBg: 'transparent', subMenuItemBg: 'transparent', itemSelectedColor: palette.accent, subMenuItemSelectedColor: palette.accent },
      Table: { headerBg: 'transparent', headerColor: palette.faint, headerSplitColor: 'transparent', cellPaddingBlockMD: 10 },
      Statistic: { contentFontSize: 26 },
    },
  };
}
