import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import type { SlashCommand } from '../../../world/app-types';
import { handler, type Call, type HandlerTable } from '../../handler';

const MAX_COMMANDS = 100;
const DEFAULT_ICON = 'skill_outlined';

/** What the names of Lark's own icons look like. */
const ICON = /^[a-z][a-z0-9-]*_(outlined|filled|colorful)$/;

type Given = Partial<Pick<SlashCommand, 'description' | 'icon'>>;

/** Known from larksuite/cli: names are unique in an app. */
const create = handler<{ body: Given & Pick<SlashCommand, 'command' | 'description'> }>(
	({ app, body }, { world }) => {
		const { command, description, icon } = body;
		if (!/^[^\s/]+$/.test(command)) throw invalid('invalid command.');
		if (app.slashCommands.some((known) => known.command === command)) {
			throw invalid('command already exists.');
		}
		if (app.slashCommands.length >= MAX_COMMANDS) throw invalid('too many commands.');
		assertIcon(icon);
		const now = seconds(world.now());
		const made = {
			command_id: ids.part(),
			command,
			description,
			icon: { icon_key: icon?.icon_key || DEFAULT_ICON },
			create_time: now,
			update_time: now,
		};
		app.slashCommands.push(made);
		return made;
	},
);

/** Known from larksuite/cli: all commands at once. */
const list = handler(({ app }) => ({ items: app.slashCommands }));

/** Known from larksuite/cli: a description that is given replaces the old one as a whole. */
const patch = handler<{ body: Given }>((call, { world }) => {
	const command = commandOf(call);
	const { description, icon } = call.body;
	if (description && !description.default_value) throw invalid('description is empty.');
	assertIcon(icon);
	if (description) command.description = description;
	if (icon?.icon_key) command.icon = { icon_key: icon.icon_key };
	command.update_time = seconds(world.now());
	return { ...command };
});

/** Known from larksuite/cli. */
const remove = handler((call) => {
	const { slashCommands } = call.app;
	slashCommands.splice(slashCommands.indexOf(commandOf(call)), 1);
	return {};
});

export const slashCommandHandlers: HandlerTable = {
	'application.v7.app_slash_command.create': create,
	'application.v7.app_slash_command.list': list,
	'application.v7.app_slash_command.patch': patch,
	'application.v7.app_slash_command.delete': remove,
};

const seconds = (milliseconds: number) => String(Math.floor(milliseconds / 1_000));

const invalid = (reason: string) => new LarkError(40000000, { ext: reason });

function assertIcon(icon?: { icon_key?: string }): void {
	if (icon?.icon_key && !ICON.test(icon.icon_key)) throw new LarkError(40000031);
}

function commandOf({ app, params }: Call): SlashCommand {
	const command = app.slashCommands.find(({ command_id }) => command_id === params.command_id);
	if (!command) throw invalid('command_id does not exist.');
	return command;
}
