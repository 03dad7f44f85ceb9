import type { INodeProperties } from 'n8n-workflow';

import { EVENT_MEMORY_MS } from '../../shared/push/eventKey';
import type { ParameterSource } from '../../shared/trigger/context';
import { readNumber } from '../../shared/values';

const MINUTE = 60 * 1000;

/** As long as the ledger remembers events: what came before might start the workflow a second time. */
const RANGE = { minValue: 0, maxValue: EVENT_MEMORY_MS / MINUTE };

/** How far a trigger looks back for messages when n8n starts. */
export const catchUpOption: INodeProperties = {
	displayName: 'Catch Up After a Restart (Minutes)',
	name: 'catchUp',
	type: 'number',
	typeOptions: RANGE,
	default: 60,
	description:
		'When n8n starts, the trigger reads the messages of this time in the chats of the bot, and the workflow starts for those that have not come. At most 480; 0 for off. Needs the scopes im:chat:readonly, im:message:readonly and im:message.group_msg.',
};

/**
 * Reads how far a trigger looks back.
 *
 * @returns in ms; 0 for not at all
 * @throws InputError for what is no number of minutes up to 480
 */
export function readLookBack(source: ParameterSource): number {
	const given = source.getNodeParameter(`webhookOptions.${catchUpOption.name}`, 0);
	return readNumber(catchUpOption.displayName, given ?? 0, RANGE) * MINUTE;
}
