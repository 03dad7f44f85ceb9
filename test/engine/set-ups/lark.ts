import { openLarkNode, type LarkNode } from '../lark-node';

/**
 * Connects the node to a sandbox of its own for the tests of a describe block; forgets the token and
 * the requests before each of them.
 *
 * @param ready gets it before the first test
 */
export function useLark(
	ready: (lark: LarkNode) => void,
	options?: Parameters<typeof openLarkNode>[0],
): void {
	let lark: LarkNode;
	beforeAll(async () => {
		lark = await openLarkNode(options);
		ready(lark);
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());
}

/** An error with a code of Lark, for `toMatchObject`. */
export const code = (number: number) => ({
	description: expect.stringContaining(`Lark code ${number}`) as string,
});
