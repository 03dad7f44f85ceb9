import { el, find, showError } from '../dom.js';
import * as people from '../people-api.js';
import { CustomBotList } from './custom-bots.js';

/**
 * @typedef {import('../api.js').State} State
 * @typedef {import('../api.js').Chat} Chat
 * @typedef {{ state: State, chat: Chat | undefined, me: string }} Scene
 */

/** The dialog that makes a group, or changes the open one. */
export class GroupDialog {
	/** @type {HTMLDialogElement} */
	#dialog = find('#group-dialog');
	/** @type {HTMLFormElement} */
	#form = find('form', this.#dialog);
	/** @type {HTMLInputElement} */
	#name = find('[name=name]', this.#form);
	/** The group that is changed; undefined for a new one. @type {Chat | undefined} */
	#chat;
	#customBots = new CustomBotList();
	#scene;
	#onOpen;

	/** @param {() => Scene} scene @param {(chatId: string) => void} onOpen called with a new group */
	constructor(scene, onOpen) {
		this.#scene = scene;
		this.#onOpen = onOpen;
		find('#new-group').addEventListener('click', () => this.#show(undefined));
		find('#open-group').addEventListener('click', () => this.#show(scene().chat));
		find('.cancel', this.#form).addEventListener('click', () => this.#dialog.close());
		find('#group-leave').addEventListener('click', () => void this.#leave());
		find('#group-dissolve').addEventListener('click', () => void this.#dissolve());
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#save();
		});
	}

	/** @param {Chat | undefined} chat */
	#show(chat) {
		const { state, me } = this.#scene();
		this.#chat = chat;
		find('h2', this.#form).textContent = chat ? 'Group' : 'New group';
		this.#name.value = chat?.name ?? '';
		const members = chat?.members.map(({ open_id }) => open_id) ?? [me];
		const bots = chat?.bots ?? state.apps.slice(0, 1).map(({ app_id }) => app_id);
		find('#group-people').replaceChildren(
			...state.users.map(({ open_id, name }) => box('member', open_id, name, members)),
		);
		find('#group-bots').replaceChildren(
			...state.apps.map(({ app_id, name }) => box('bot', app_id, name, bots)),
		);
		find('#group-leave').hidden = !chat;
		find('#group-dissolve').hidden = !chat || chat.owner_id !== me;
		this.#customBots.show(chat?.chat_id);
		showError(this.#form);
		this.#dialog.showModal();
	}

	/** @param {string} kind @returns {string[]} */
	#ticked(kind) {
		return [...this.#form.querySelectorAll('input')]
			.filter(({ name, checked }) => name === kind && checked)
			.map(({ value }) => value);
	}

	async #save() {
		const { me } = this.#scene();
		const name = this.#name.value.trim();
		const members = this.#ticked('member');
		const bots = this.#ticked('bot');
		await this.#try(async () => {
			if (!this.#chat) {
				const { chat_id: id } = await people.createGroup(me, { name, members, bots });
				this.#onOpen(id);
				return;
			}
			const { chat_id: id, name: before } = this.#chat;
			if (name !== before) await people.changeGroup(me, id, { name });
			const present = this.#chat.members.map(({ open_id }) => open_id);
			const added = { members: without(members, present), bots: without(bots, this.#chat.bots) };
			const gone = { members: without(present, members), bots: without(this.#chat.bots, bots) };
			if (added.members.length + added.bots.length > 0) await people.addMembers(me, id, added);
			if (gone.members.length + gone.bots.length > 0) await people.removeMembers(me, id, gone);
		});
	}

	async #leave() {
		const { me } = this.#scene();
		const id = this.#chat?.chat_id ?? '';
		await this.#try(() => people.removeMembers(me, id, { members: [me] }));
	}

	async #dissolve() {
		const { me } = this.#scene();
		await this.#try(() => people.dissolveGroup(me, this.#chat?.chat_id ?? ''));
	}

	/** @param {() => Promise<unknown>} change */
	async #try(change) {
		showError(this.#form);
		try {
			await change();
			this.#dialog.close();
		} catch (error) {
			showError(this.#form, /** @type {Error} */ (error).message);
		}
	}
}

/** @param {string[]} all @param {string[]} some */
const without = (all, some) => all.filter((each) => !some.includes(each));

/** @param {string} name @param {string} value @param {string} label @param {string[]} checked */
const box = (name, value, label, checked) =>
	el(
		'label',
		{ className: 'tick' },
		el('input', { type: 'checkbox', name, value, checked: checked.includes(value) }),
		` ${label}`,
	);
