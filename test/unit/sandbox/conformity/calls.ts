import type { SandboxSetup } from '../support';

/** Successful calls that are answered with JSON, by contract id. */
export type Calls = Record<string, (b: SandboxSetup) => Promise<{ body: object }>>;

export const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };

export function mention(b: SandboxSetup): string {
	return `<at user_id="${b.sandbox.openIdOf(b.alice)}"></at> Hi`;
}
