import { Button, Result, Space } from 'antd';
import { Component, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../text/language';

interface Props {
  /** Where one is: what failed there is tried anew elsewhere. */
  at: string;
  children: ReactNode;
}

/** Keeps what surrounds a part alive when that part cannot be drawn, and says so in its place. */
export function Guard({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return <Catch at={key}>{children}</Catch>;
}

class Catch extends Component<Props, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidUpdate(before: Props) {
    if (before.at !== this.props.at && this.state.fault !== null) this.setState({ fault: null });
  }

  override render() {
    return this.state.fault === null ? this.props.children : <Broken fault={this.state.fault} />;
  }
}

/** A part of the console that is not on the server any more, most often because a newer version was installed meanwhile. */
const GONE = /dynamically imported module|module script failed|preload CSS/i;

function Broken({ fault }: { fault: Error }) {
  const { t } = useText();
  const gone = GONE.test(fault.message);
  return (
    <Result
      status="warning"
      title={gone ? t('fault.gone') : t('fault.title')}
      subTitle={<>{gone ? t('fault.gone.note') : t('fault.note')}<br /><code className="code">{fault.message}</code></>}
      extra={
        <Space wrap>
          <Button type="primary" onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
          <Link to="/"><Button>{t('fault.home')}</Button></Link>
        </Space>
      }
    />
  );
}
