import type { Resource } from '../operation';
import { slashCommandCreate } from './create.operation';
import { slashCommandDelete } from './delete.operation';
import { slashCommandGetAll } from './getAll.operation';
import { slashCommandUpdate } from './update.operation';

export const slashCommandResource: Resource = {
	name: 'Slash Command',
	value: 'slashCommand',
	operations: [slashCommandCreate, slashCommandDelete, slashCommandGetAll, slashCommandUpdate],
};
