import { InputError } from '../../../shared/inputError';
import { isAccident } from '../../../shared/values';

/** How often a proxy and Lark may decode a path, one after the other. */
const DECODINGS = 3;

/** The readings of a segment: as it is, and decoded once and again. One that cannot be decoded ends them. */
function readingsOf(segment: string): string[] {
	const readings = [segment];
	for (let i = 0; i < DECODINGS; i++) {
		try {
			readings.push(decodeURIComponent(readings[i]));
		} catch {
			break;
		}
	}
	return readings;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const LEAVES_SEGMENT = /^\.{1,2}(?:;|$)|[/\\\u0000-\u001f]/;

/**
 * Whether a path, as an HTTP client, a proxy or Lark could read it, has another meaning than its text.
 *
 * @see https://url.spec.whatwg.org/#path-state: "%2e" is a dot, and a backslash is a slash; RFC 3986, section 3.3: for
 * some servers, what follows a semicolon is no part of the name
 */
function leavesApi(path: string): boolean {
	if (/[\s\\#?]/.test(path)) return true;
	return path
		.split('/')
		.some((segment) => readingsOf(segment).some((reading) => LEAVES_SEGMENT.test(reading)));
}

/**
 * Checks the path of an API. The host comes from the credential, so that its token goes nowhere else.
 *
 * @returns the path without surrounding spaces
 * @throws InputError for a whole URL, a path of something else, or one with an open placeholder
 * @see api-call-guide, "Call an API": every path starts with /open-apis/
 */
export function checkPath(value: string): string {
	const path = value.trim();
	const fix =
		'Enter the path of the API from the Lark documentation, without the host, such as /open-apis/im/v1/chats. The host comes from the credential.';
	if (path === '') throw new InputError('Path is empty', fix);
	if (!path.startsWith('/open-apis/')) {
		throw new InputError(`Path must start with /open-apis/, but it is "${path}"`, fix);
	}
	if (leavesApi(path)) {
		throw new InputError(
			`Path cannot be "${path}"`,
			'Leave out spaces, backslashes, #, and the segments "." and "..", also percent-encoded ones. What follows a ? belongs into Query Parameters.',
		);
	}
	const accident = path.split('/').find(isAccident);
	if (accident !== undefined) {
		throw new InputError(
			`Path has "${accident}" in it: "${path}"`,
			'Check the expression: what it puts into the path is missing.',
		);
	}
	const placeholder = /\/(:\w+)/.exec(path)?.[1];
	if (!placeholder) return path;
	throw new InputError(
		`Path still has the placeholder ${placeholder}`,
		`Put the value in its place, such as /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230.`,
	);
}
