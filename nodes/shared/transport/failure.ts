/** What is known about a failed call. */
export interface FailureDetails {
	/** How to mend it: the scope, setting or ID to change. */
	description?: string;
	/** Lark's error code. */
	code?: number;
	httpStatus?: number;
	/** Lark support asks for it (X-Tt-Logid). */
	logId?: string;
}

/** A call to Lark that failed, in words for the user. Knows nothing of n8n nodes. */
export class LarkFailure extends Error {
	/**
	 * @param message what happened
	 * @param options the error behind it
	 */
	constructor(
		message: string,
		readonly details: FailureDetails = {},
		options?: ErrorOptions,
	) {
		super(message, options);
		this.name = 'LarkFailure';
	}
}

/** Error codes of Node.js sockets and DNS, and of the HTTP client, in words. */
const CONNECTION_PROBLEMS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection broke off',
	ECONNABORTED: 'no answer came in time',
	ETIMEDOUT: 'no answer came in time',
	ENOTFOUND: 'the host name is unknown',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'the host is unreachable',
	ENETUNREACH: 'the network is unreachable',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
};

/** Says in words why a request got no response. */
export function connectionProblem(error: Error & { code?: string }): string {
	return CONNECTION_PROBLEMS[error.code ?? ''] ?? error.message;
}

/** The failure of a call that got no response. */
export function unreachable(baseURL: string, error: Error): LarkFailure {
	return new LarkFailure(
		`Lark cannot be reached at ${baseURL}: ${connectionProblem(error)}. Check the region or base URL of the credential, and the network of the n8n server.`,
		{},
		{ cause: error },
	);
}

/**
 * Says what was done in vain to get a request through.
 *
 * @returns '' when there was one try, and nothing more to say about it
 */
export function effortOf(
	{ tries, tookMs, ending }: { tries: number; tookMs: number; ending: { kind: string } },
	{ isRepeatable }: { isRepeatable: boolean },
): string {
	if (ending.kind === 'uncertain' && !isRepeatable) {
		return 'Lark may have carried it out all the same. It was not sent again, since this could do it twice.';
	}
	return tries > 1 ? `Tried ${tries} times in ${(tookMs / 1000).toFixed(1)} seconds.` : '';
}
