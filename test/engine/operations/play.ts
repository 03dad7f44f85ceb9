import type { INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../../sandbox';
import { findOperation } from '../../../nodes/Lark/description/resources';
import { allowedCallers } from '../../../nodes/Lark/description/actAs';
import { connected } from '../../support/consent';
import { CredentialStore, type NodeResult } from '../harness';
import { openLarkNode, type LarkNode } from '../lark-node';
import { withoutTokens } from './endpoint';
import { Preparation, type Scenario } from './preparation';

/** A run of an operation, and what it has asked of Lark, without the token. */
export interface Outcome extends NodeResult {
	requests: RecordedRequest[];
}

/** Gives the node a person's credential if the operation runs as a person unless told otherwise. */
export async function signIn(lark: LarkNode, resource: string, operation: string): Promise<void> {
	const chosen = findOperation(resource, operation);
	if (!chosen || allowedCallers(chosen)[0] !== 'user') return;
	const [alice] = lark.sandbox.world.users;
	lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, alice) });
}

/** Runs one part of a scenario on a sandbox of its own. */
export async function play(
	resource: string,
	operation: string,
	prepare: Scenario['works'][number],
): Promise<Outcome> {
	const lark = await openLarkNode();
	try {
		await signIn(lark, resource, operation);
		const { parameters, items } = await prepare(new Preparation(lark));
		lark.sandbox.requests.length = 0;
		const given = items && { items };
		const all = { resource, operation, ...parameters } as INodeParameters;
		const result = await lark.run(all, given);
		return { ...result, requests: withoutTokens(lark.sandbox.requests) };
	} finally {
		await lark.sandbox.close();
	}
}
