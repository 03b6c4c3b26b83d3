import { expect } from '@playwright/test';

/** A mail as the demo's mailbox shows it */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** The mailbox of the demo, `/dev/mailbox` */
export class Mailbox {
  readonly #url: string;

  constructor(serverUrl: string) {
    this.#url = `${serverUrl}/dev/mailbox/messages`;
  }

  /** All mail to an address, as the server lists it */
  async messages(to: string): Promise<readonly Message[]> {
    const answer = await fetch(`${this.#url}?to=${encodeURIComponent(to)}`, {
      headers: { accept: 'application/json' },
    });
    expect(answer.status, 'the mailbox answers').toBe(200);
    const { items } = (await answer.json()) as { items: Message[] };
    return items;
  }

  /** The one mail to an address whose subject matches; waits for it, since mail leaves after the answer. */
  async message(to: string, subject: RegExp): Promise<Message> {
    let found: Message[] = [];
    await expect
      .poll(
        async () => {
          found = (await this.messages(to)).filter((message) => subject.test(message.subject));
          return found.length;
        },
        { message: `mail to ${to} with subject ${subject}`, timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    const [message] = found;
    if (!message || found.length > 1) throw new Error(`${found.length} mails to ${to} match ${subject}`);
    return message;
  }

  /** The only link in the mail that leads to the page whose path matches */
  async link(to: string, subject: RegExp, path: RegExp): Promise<string> {
    const { links, text } = await this.message(to, subject);
    const [link, ...others] = links.filter((candidate) => path.test(candidate));
    if (!link || others.length > 0) throw new Error(`no single link to ${path} in this mail:\n${text}`);
    return link;
  }
}
