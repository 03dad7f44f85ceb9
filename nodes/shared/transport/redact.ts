/** Shorter texts are no secrets, and would take away what they happen to be a part of. */
const SHORTEST_SECRET = 8;

const REDACTED = '[redacted]';

/** Chooses the values of a credential that are secrets. */
export const secretsOf = (...values: unknown[]): string[] =>
	values.filter(
		(value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
	);

/** How a secret may be written: as it is, percent-encoded, as in a form, in JSON or in Base64. */
function formsOf(secret: string): string[] {
	const encoded = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, ''));
	const inForm = encoded.replaceAll('%20', '+');
	const lower = [encoded, inForm].map((text) =>
		text.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
	);
	const inJson = JSON.stringify(secret).slice(1, -1);
	const base64 = Buffer.from(secret).toString('base64').replaceAll('=', '');
	return [secret, encoded, inForm, ...lower, inJson, base64];
}

/**
 * Takes secrets out of a text, however they are encoded. Lark, or a proxy in between, may repeat a request in its
 * error. The longest go first: one may be a part of another.
 *
 * @param secrets as `secretsOf` gives them
 */
export const redact = (text: string, secrets: readonly string[]): string =>
	[...new Set(secrets.flatMap(formsOf))]
		.sort((a, b) => b.length - a.length)
		.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
