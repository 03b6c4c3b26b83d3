const paths = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.6v.1',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  back: 'M19 12H5m6 6-6-6 6-6',
  calendar: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4m7-4v4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checkIn: 'M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4m4.5-4 2.5 2.5 4.5-5',
  chevron: 'm6 9.5 6 6 6-6',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4V12l3 2',
  close: 'm6 6 12 12M18 6 6 18',
  document: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6m-6 4h6',
  edit: 'M4.5 19.5h4L19.5 8.5l-4-4L4.5 15.5v4Zm8.5-12.5 4 4',
  external: 'M13.5 4.5h6v6m0-6L11 13m-2.5-7h-4v13.5H18v-4',
  filter: 'M4 6.5h16M7 12h10m-7 5.5h4',
  home: 'm4 11 8-6.5 8 6.5v8.5h-5.5v-6h-5v6H4z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 7.5v5m0-8.4v.1',
  language: 'M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Zm0 0a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  mail: 'M3.5 6h17v12.5h-17zm0 1 8.5 6.5L20.5 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M6 12h12',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  more: 'M5.5 12h.1m6.4 0h.1m6.4 0h.1',
  network:
    'M12 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-6 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm12 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10.8 9.2l-3.6 5.6m6-5.6 3.6 5.6M8.5 17h7',
  office: 'M5 20V4.5h9V20m0-11h5v11M3 20h18M8 8h3m-3 4h3m-3 4h3',
  offline: 'm3 3 18 18M5 12.5a10 10 0 0 1 4.5-2.6m4-.1a10 10 0 0 1 5.5 2.7M8.5 16a5 5 0 0 1 7 0M12 19.4v.1',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 8c.4-3.4 2.8-5 6-5s5.6 1.6 6 5M15.5 5a3.5 3.5 0 0 1 0 6.5m2 3.3c2 .7 3.2 2.3 3.5 4.7',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.5-3.8 3.4-5.5 7.5-5.5s7 1.7 7.5 5.5',
  place: 'M12 21c4.5-4.7 7-8.1 7-11a7 7 0 1 0-14 0c0 2.9 2.5 6.3 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9m0-4.5V9H15',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.7 11.2 4.3 4.3',
  settings: 'M4 7.5h9m5 0h2M4 16.5h2m5 0h9M15.5 5v5M8.5 14v5',
  signOut: 'M14 4.5H5v15h9M10 12h10.5m-4-4 4 4-4 4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside a text. It is hidden from screen readers: the text says what it means. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
