import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type Look = {
  /** primary: the one main action of a page or dialog. Default: secondary. */
  variant?: ButtonVariant;
  /** Stands before the text. */
  icon?: IconName;
  /** fit: as wide as its text. fill: as wide as its place. flush: the text of a quiet one lines up with what stands above. Default: fit. */
  width?: 'fit' | 'fill' | 'flush';
  children: ReactNode;
};

export type ButtonProps = Look &
  Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
    /** Text while the action runs; the button then keeps its focus and refuses a second press. */
    busyText?: string | undefined;
  };

/** A button of at least 44 px high. `onPress` for the action, `type="submit"` in a form. */
export function Button({ variant = 'secondary', icon, width = 'fit', busyText, children, ...button }: ButtonProps) {
  const isBusy = busyText !== undefined;
  return (
    <AriaButton
      {...button}
      {...(isBusy ? { onPress: undefined, 'aria-disabled': true } : {})}
      className={styles['button'] ?? ''}
      data-variant={variant}
      data-width={width}
    >
      {isBusy ? <span className={styles['busy']} aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      <span>{busyText ?? children}</span>
    </AriaButton>
  );
}

export type LinkButtonProps = Look & { href: string; target?: string; 'aria-label'?: string };

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant = 'secondary', icon, width = 'fit', children, ...link }: LinkButtonProps) {
  return (
    <AriaLink {...link} className={styles['button'] ?? ''} data-variant={variant} data-width={width}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </AriaLink>
  );
}

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
  icon: IconName;
  /** What the button does, for screen readers and as a tip. */
  label: string;
};

/** A square button with only an icon; always named by `label`. */
export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <AriaButton {...button} aria-label={label} className={styles['iconButton'] ?? ''}>
      <Icon name={icon} />
    </AriaButton>
  );
}
