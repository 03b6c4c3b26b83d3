import { type MouseEvent, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Popup.module.css';

type PopupProps = {
  /** What opens, for screen readers. */
  label: string;
  icon: IconName;
  /** Links and buttons, below each other. */
  children: ReactNode;
};

/** A button that opens a small sheet with links and buttons below it. The browser closes it: Escape, or a press beside it. */
export function Popup({ label, icon, children }: PopupProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles['trigger']}
        popoverTarget={id}
        aria-label={label}
        onClick={(event) => place(event, id)}
      >
        <Icon name={icon} size={24} />
      </button>
      {/* A chosen entry closes the sheet. In the capture phase, because pressed buttons keep the click to themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        id={id}
        popover="auto"
        className={styles['sheet']}
        onClickCapture={(event) => event.currentTarget.hidePopover()}
      >
        {children}
      </div>
    </>
  );
}

/** Puts the sheet under its button, at the same right edge. */
function place(event: MouseEvent<HTMLButtonElement>, id: string) {
  const button = event.currentTarget.getBoundingClientRect();
  const sheet = document.getElementById(id);
  sheet?.style.setProperty('--top', `${button.bottom + 6}px`);
  sheet?.style.setProperty('--right', `${document.documentElement.clientWidth - button.right}px`);
}
