import { Fragment } from 'react';
import styles from './Layout.module.css';

/** Text as someone typed it: an empty line begins a paragraph, a line break stays one. Nothing in it is markup. */
export function PlainText({ children }: { children: string }) {
  const paragraphs = children.trim().split(/\n\s*\n/);
  return (
    <div className={styles['prose']}>
      {paragraphs.map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>
          {paragraph.split('\n').map((line, number) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={number}>
              {number > 0 ? <br /> : null}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
