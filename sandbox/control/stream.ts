import type { RequestHandler, Response } from 'express';

/** Sends what happens in the sandbox to the chat pages, as server-sent events. */
export class Stream {
	private readonly pages = new Set<Response>();

	readonly open: RequestHandler = (_req, res) => {
		res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
		res.write(': connected\n\n');
		this.pages.add(res);
		res.on('close', () => this.pages.delete(res));
	};

	/** @param data is made only if there is a page */
	send(event: 'state' | 'message' | 'delivery', data: () => object): void {
		if (this.pages.size === 0) return;
		const text = JSON.stringify(data());
		for (const page of this.pages) page.write(`event: ${event}\ndata: ${text}\n\n`);
	}

	close(): void {
		for (const page of this.pages) page.end();
		this.pages.clear();
	}
}
