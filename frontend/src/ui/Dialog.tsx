import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button';
import styles from './Dialog.module.css';

export type DialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** Buttons; the main one last. They stay in sight while the content scrolls. */
  footer?: ReactNode;
  /** narrow: a question. normal: a form. wide: a table. Default: normal. */
  size?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
};

/** A window over the page on a desktop, a sheet from below on a phone. Escape and a press beside it close it. */
export function Dialog({ title, isOpen, onClose, footer, size = 'normal', children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={styles['veil'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''} data-size={size}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <Content title={title} onClose={onClose} footer={footer}>
            {children}
          </Content>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ title, onClose, footer, children }: Pick<DialogProps, 'title' | 'onClose' | 'footer' | 'children'>) {
  const { t } = useLingui();
  const body = useRef<HTMLDivElement>(null);
  useFocusKept(body);
  return (
    <>
      <header className={styles['head']}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <IconButton icon="close" label={t`Sluiten`} onPress={onClose} />
      </header>
      <div ref={body} className={styles['body']} tabIndex={-1}>
        {children}
      </div>
      {footer ? <div className={styles['foot']}>{footer}</div> : null}
    </>
  );
}

/** When the focused control disappears (a form makes way for a thank-you), the browser drops focus on the page; take it back. */
function useFocusKept(body: RefObject<HTMLDivElement | null>) {
  // The document's focus is outside React.
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) element.focus();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [body]);
}
