import { createServer, type AddressInfo } from 'node:net';

/**
 * Finds a TCP port of 127.0.0.1 that nobody listens on.
 *
 * @param preferred taken when it is free; any free port otherwise
 */
export async function freePort(preferred = 0): Promise<number> {
	try {
		return await probe(preferred);
	} catch {
		return await probe(0);
	}
}

async function probe(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const { port: found } = server.address() as AddressInfo;
			server.close(() => resolve(found));
		});
	});
}
