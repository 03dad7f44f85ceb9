import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { HttpRequest } from '../../../nodes/LarkLongConnectionTrigger/connection/discovery';

/** Sends what n8n's helper would send, and answers as it does with `returnFullResponse`. */
async function request(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
	const response = await fetch(new URL(options.url, options.baseURL), {
		method: options.method,
		headers: options.headers as Record<string, string>,
		body: JSON.stringify(options.body),
	});
	return {
		statusCode: response.status,
		headers: Object.fromEntries(response.headers),
		body: (await response.json()) as IN8nHttpFullResponse['body'],
	};
}

export const httpRequest = request as HttpRequest;
