import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What n8n wants to answer. */
export interface N8nResponse {
	status: number;
	body: unknown;
}

/** A response that waits for our decision. */
export interface HeldResponse {
	/** n8n's answer: to an event after it has stored the execution, to a callback when the workflow says so. */
	readonly given: Promise<N8nResponse>;
	/** Answers the sender. What n8n answers later goes nowhere. */
	send(status: number, body: object): void;
}

/**
 * Holds back what n8n is going to answer, so that we see it and have the last word. It also comes
 * when the sender has hung up long before, which no event of the response tells.
 */
export function holdResponse(response: Response): HeldResponse {
	const json = response.json.bind(response);
	const [originalSend, end] = [response.send, response.end];
	let give: (answer: N8nResponse) => void = () => {};
	const given = new Promise<N8nResponse>((resolve) => (give = resolve));
	const take = (body?: unknown) => {
		give({ status: response.statusCode, body });
		return response;
	};
	response.json = take;
	response.send = take;
	response.end = take as Response['end'];
	// A stream is no answer to Lark: it runs dry, and its end counts.
	response.write = (() => true) as Response['write'];

	return {
		given,
		send(status, body) {
			response.send = originalSend;
			response.end = end;
			response.status(status);
			json(body);
			response.json = take;
			response.send = take;
			// Express throws for a header that comes too late, and n8n sets some before every answer.
			response.setHeader = () => response;
		},
	};
}
