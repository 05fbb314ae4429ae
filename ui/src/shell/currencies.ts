const CODES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY', 'AUD', 'CAD', 'INR', 'BRL', 'SGD'];

const names = new Intl.DisplayNames('en', { type: 'currency' });

/** Currencies to choose from, by name. */
export const CURRENCIES = CODES.map((code) => ({ value: code, label: names.of(code) ?? code, note: code }));
