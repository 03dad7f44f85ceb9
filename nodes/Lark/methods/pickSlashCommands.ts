import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listSlashCommands } from '../../shared/lark/slashCommands';
import { pickerActAs } from '../../shared/pickers/pickerActAs';
import { openClient } from '../../shared/transport/openClients';
import { pickerList } from './pickerList';

/**
 * Lists the slash commands of the app.
 *
 * @param filter what the user typed
 */
export async function pickSlashCommands(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	const { items } = await lark.call(listSlashCommands);
	return pickerList(
		(items ?? []).map(({ command_id = '', command }) => ({
			name: `/${command || command_id}`,
			value: command_id,
		})),
		filter,
	);
}
