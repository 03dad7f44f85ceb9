import { BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/**
 * The commands that Lark's client offers after a slash in the chat with the bot. Neither the documentation nor the
 * SDK has them; they are known from Lark's own command line client (larksuite/cli).
 */

const READ = ['application:app_slash_command:read'];
const WRITE = ['application:app_slash_command:write'];

const DOC = 'larksuite/cli, application.v7.app_slash_command';

/** Texts of a command: the default one, and by language. */
export interface CommandTexts {
	default_value: string;
	i18n?: Record<string, string>;
}

interface CommandIcon {
	icon_key?: string;
}

/** A command as Lark gives it. */
export interface SlashCommand {
	command_id?: string;
	command?: string;
	description?: Partial<CommandTexts>;
	icon?: CommandIcon;
	create_time?: string;
	update_time?: string;
}

type CreateSlashCommand = (payload?: {
	data: { command: string; description: CommandTexts; icon?: CommandIcon };
}) => Promise<{ data?: SlashCommand }>;

type ListSlashCommands = () => Promise<{ data?: { items?: SlashCommand[] } }>;

type UpdateSlashCommand = (payload?: {
	path: { command_id: string };
	data: { description?: CommandTexts; icon?: CommandIcon };
}) => Promise<{ data?: SlashCommand }>;

type DeleteSlashCommand = (payload?: {
	path: { command_id: string };
}) => Promise<{ data?: object }>;

export const createSlashCommand = endpoint<CreateSlashCommand>(
	'POST',
	'/open-apis/application/v7/app_slash_commands',
	{ tokens: BOT_OR_USER, scopes: WRITE, doc: DOC },
);

export const listSlashCommands = endpoint<ListSlashCommands>(
	'GET',
	'/open-apis/application/v7/app_slash_commands',
	{ tokens: BOT_OR_USER, scopes: READ, doc: DOC },
);

export const updateSlashCommand = endpoint<UpdateSlashCommand>(
	'PATCH',
	'/open-apis/application/v7/app_slash_commands/:command_id',
	{ tokens: BOT_OR_USER, scopes: WRITE, repeat: 'always', doc: DOC },
);

export const deleteSlashCommand = endpoint<DeleteSlashCommand>(
	'DELETE',
	'/open-apis/application/v7/app_slash_commands/:command_id',
	{ tokens: BOT_OR_USER, scopes: WRITE, doc: DOC },
);
