import { sleep, type IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** The response that n8n wants to send. */
export interface N8nResponse {
	status: number;
	body: unknown;
}

/** A response that is sent when the trigger says so. */
export interface HeldResponse {
	/** n8n's response: to an event after it has stored the execution, to a callback when the workflow says so. */
	readonly given: Promise<N8nResponse>;
	/** Gets the lines that n8n streams, as they come. */
	onLine(listener: (line: string) => void): void;
	/** Answers the sender. What n8n sends later is discarded. */
	send(status: number, body: object): void;
}

/** How long a body may come after an `end` without one, in ms. */
const LATE_BODY_MS = 1_000;

/**
 * Holds back the response of n8n, so that the trigger sees it and decides what is sent. It also comes
 * when the sender has hung up long before, which no event of the response tells.
 *
 * When a Respond to Webhook node answers, n8n calls `end` at the next tick (`setupResponseNodePromise`), and
 * sends the body when it has written the static data, which is later when they have changed: an `end` alone
 * counts only when no body follows.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/webhook-helpers.ts
 */
export function holdResponse(response: Response): HeldResponse {
	const json = response.json.bind(response);
	const [originalSend, end] = [response.send, response.end];
	let give: (given: N8nResponse) => void = () => {};
	const given = new Promise<N8nResponse>((resolve) => (give = resolve));
	const capture = (body?: unknown) => {
		give({ status: response.statusCode, body });
		return response;
	};
	response.json = capture;
	response.send = capture;
	// A streamed body is no response to Lark: its end counts. n8n writes whole lines.
	let isStreamed = false;
	let listen: (line: string) => void = () => {};
	response.write = ((chunk: unknown) => {
		isStreamed = true;
		for (const line of String(chunk).split('\n')) if (line.trim() !== '') listen(line);
		return true;
	}) as Response['write'];
	const captureEnd = (body?: unknown) => {
		if (isStreamed || body !== undefined) return capture(body);
		void sleep(LATE_BODY_MS).then(() => capture());
		return response;
	};
	response.end = captureEnd as Response['end'];

	return {
		given,
		onLine(listener) {
			listen = listener;
		},
		send(status, body) {
			response.send = originalSend;
			response.end = end;
			response.status(status);
			json(body);
			response.json = capture;
			response.send = capture;
			// Express throws for a header that is set after the response, which n8n does (`evaluateResponseHeaders`).
			response.setHeader = () => response;
			// n8n streams on when Lark has its answer, and flushes what it has written.
			response.end = captureEnd as Response['end'];
		},
	};
}
