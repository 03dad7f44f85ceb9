import http, { type OutgoingHttpHeaders } from 'node:http';

/** What a server has answered. */
export interface Sent {
	status: number;
	body: string;
}

/** Sends a request as it is: no library adds, checks or repeats anything. */
export async function request(
	url: string,
	method: string,
	{ headers, body }: { headers: OutgoingHttpHeaders; body: string | Buffer },
): Promise<Sent> {
	return await new Promise((resolve, reject) => {
		const length = { 'Content-Length': Buffer.byteLength(body) };
		const sent = http.request(url, { method, headers: { ...headers, ...length } }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => (text += chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
