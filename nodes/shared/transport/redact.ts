/** Shorter texts are no secrets, and would take away what they happen to be a part of. */
const SHORTEST_SECRET = 8;

const REDACTED = '[redacted]';

/** Chooses the values of a credential that are secrets. */
export const secretsOf = (...values: unknown[]): string[] =>
	values.filter(
		(value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
	);

/**
 * Takes secrets out of a text, also where they are percent-encoded. Lark, or a proxy in between, may
 * repeat a request in its error.
 *
 * @param secrets as `secretsOf` gives them
 */
export const redact = (text: string, secrets: readonly string[]): string =>
	secrets
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
