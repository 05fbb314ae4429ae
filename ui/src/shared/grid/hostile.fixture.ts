/** Names that would be markup, formulas or other cells anywhere but in a name. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '+1-2',
  '@SUM(1)',
  "'quoted'",
  "''twice",
  '"',
  '""',
  '"a"b',
  'tab\there',
  'line\nbreak',
  '\rreturn',
  "'; DROP TABLE organization; --",
  'שלום עולם',
  '👩‍👩‍👧',
] as const;
