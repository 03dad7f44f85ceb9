import type { CustomBot } from './custom-bots';
import { ROOT } from './departments';
import type { App } from './types';
import type { World } from './world';

export interface SeedOptions {
	/** At least this many groups with the default app's bot in them. */
	chats?: number;
	/** At least this many users. */
	users?: number;
	/** Anything about the default app. */
	app?: Partial<App>;
}

const USERS = ['Alice Chen', 'Bob Miller', 'Carol Diaz', 'David Kim', 'Emma Novak', 'Frank Osei'];

const GROUPS = [
	{
		name: 'Incident Response',
		description: 'Alerts and on-call coordination',
		members: 6,
		bot: true,
	},
	{ name: 'Product Team', description: 'Roadmap and releases', members: 4, bot: true },
	{ name: 'Customer Support', description: 'Questions from customers', members: 3, bot: true },
	{ name: 'Leadership', description: 'A group without the bot', members: 2, bot: false },
];

/** Fixed, so that a credential saved in n8n survives a restart of the sandbox. */
const APP: Partial<App> = {
	appId: 'cli_a5b0c1d2e3f40516',
	appSecret: 'sandboxAppSecret0123456789abcdef',
	name: 'Workflow Bot',
	verificationToken: 'sandboxVerificationToken01234567',
	encryptKey: 'sandboxEncryptKey0123456789abcde',
	redirectUrls: ['http://localhost:5678/rest/oauth2-credential/callback'],
};

/** Of the first group; fixed as the app is. */
const CUSTOM_BOT: Partial<CustomBot> = {
	appId: 'cli_a5b0c1d2e3f40999',
	name: 'Alerts',
	hookId: '5f0c1b7e-2d3a-4c96-8e41-7a9b0c3d2e1f',
	secret: 'sandboxSigningSecret01',
};

/** By department_id; a parent stands before its children. */
const DEPARTMENTS = [
	{ departmentId: 'engineering', name: 'Engineering' },
	{ departmentId: 'platform', name: 'Platform', parent: 'engineering' },
	{ departmentId: 'operations', name: 'Operations' },
];

/** Fills an empty world with one app, a few people and their groups. */
export function seed(world: World, options: SeedOptions = {}): App {
	const app = world.registerApp({ ...APP, ...options.app });
	addTeam(world);
	addDepartments(world);
	for (let i = USERS.length; i < (options.users ?? 0); i++)
		world.addUser({ name: `User ${i + 1}` });
	for (const { name, description, members, bot } of GROUPS) {
		world.addGroup({
			name,
			description,
			members: memberIds(world, members),
			bots: bot ? [app.appId] : [],
		});
	}
	world.customBots.add({ chatId: world.chats[0].chatId, ...CUSTOM_BOT });
	addGroups(world, app, (options.chats ?? 0) - GROUPS.filter((group) => group.bot).length);
	return app;
}

/** Everybody is directly in the root; the first person leads all departments. */
function addDepartments(world: World): void {
	const [{ userId: leaderId }] = world.users;
	for (const { departmentId, name, parent = '' } of DEPARTMENTS) {
		const above = world.departments.find(parent, 'department_id');
		world.departments.add({
			departmentId,
			name,
			leaderId,
			parentId: above?.openDepartmentId ?? ROOT,
		});
	}
}

/** The first one leads the others; the last one also reports to the second. */
function addTeam(world: World): void {
	for (const [index, name] of USERS.entries()) {
		const [leader, second] = world.users;
		world.addUser({
			name,
			leaderId: leader?.userId ?? '',
			dottedLeaderIds: index === USERS.length - 1 ? [second.userId] : [],
			...(index === 0 && { profile: { job_title: 'Head of Operations' } }),
		});
	}
}

/** Adds numbered groups with the app's bot in them, for tests of paging and of load. */
export function addGroups(world: World, app: App, count: number): void {
	for (let i = 1; i <= count; i++) {
		world.addGroup({
			name: `Project ${i}`,
			members: memberIds(world, 2),
			bots: [app.appId],
		});
	}
}

function memberIds(world: World, count: number): string[] {
	return world.users.slice(0, count).map((user) => user.userId);
}
