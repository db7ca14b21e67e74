import { AutoComplete } from 'antd';
import type { CSSProperties } from 'react';
import { useText } from '../text/language';
import { eventInWords } from './EventName';

/** An event by the name it is written with, of those seen or any other; beside it what it is called in words. */
export function EventInput({ value, events, change, label, style }: { value: string; events: string[]; change: (event: string) => void; label: string; style: CSSProperties }) {
  const { t } = useText();
  const word = eventInWords(value, t);
  const options = events.map((event) => {
    const name = eventInWords(event, t);
    return { value: event, search: `${event} ${name}`.toLowerCase(), label: name === event ? event : <>{name} <span className="quiet">{event}</span></> };
  });
  return (
    <>
      <AutoComplete style={style} options={options} value={value} aria-label={label} placeholder={label} showSearch={{ filterOption: (typed, option) => option?.search.includes(typed.toLowerCase()) ?? false }} onChange={change} />
      {word !== value && <span className="quiet">{word}</span>}
    </>
  );
}
