import type { IDataObject } from 'n8n-workflow';

import { readCommand, readCommandNames } from '../../events/command';
import { InputError } from '../../inputError';
import { isAccident } from '../../values';
import { NEW_SESSION_COMMANDS } from '../properties/extras';
import { read, readList } from './readSetting';

/** What begins a new session in a conversation. */
export interface SessionSettings {
	/** After how much silence the next message does, in ms; 0 for never. */
	timeout: number;
	/** The names of the commands that do. */
	commands: readonly string[];
	/** What the bot replies to such a command when it stands alone, instead of starting the workflow; '' for nothing. */
	reply: string;
}

const MINUTE = 60 * 1000;

/**
 * Reads what the trigger's options say about sessions. With a timeout there are commands as well, unless they
 * are taken away.
 *
 * @throws InputError for what is no command or no text
 */
export function readSessions(extras: IDataObject): SessionSettings {
	const timeout =
		((read('sessionTimeout', extras.sessionTimeout) as number | undefined) ?? 0) * MINUTE;
	const written = extras.newSessionCommands ?? (timeout > 0 ? NEW_SESSION_COMMANDS : '');
	const reply = (read('newSessionReply', extras.newSessionReply) as string).trim();
	const commands = readCommands(written);
	if (reply === '' || commands.length > 0) return { timeout, commands, reply };
	throw new InputError(
		'New Session Reply has no command to reply to',
		'Add the option New Session Commands, for example with new, reset.',
	);
}

function isCommandName(written: string): boolean {
	const [name] = readCommandNames([written]);
	return name !== undefined && readCommand(`/${name}`)?.name === name;
}

function readCommands(written: unknown): string[] {
	const names = readList('newSessionCommands', written);
	const wrong = names.find((name) => !isCommandName(name) || isAccident(name));
	if (wrong === undefined) return readCommandNames(names);
	throw new InputError(
		`New Session Commands cannot have "${wrong}"`,
		'Enter the words behind the slash, with commas between them, for example new, reset.',
	);
}
