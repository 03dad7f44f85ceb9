import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/** What n8n's database would hold: one credential a type. Pass the same store to several runs to let tokens survive. */
export class CredentialStore {
	/** How often nodes have read a credential: each costs a real n8n a query and a decryption. */
	reads = 0;

	private readonly stored: Map<string, ICredentialDataDecryptedObject>;

	constructor(data: CredentialData = {}) {
		this.stored = new Map(Object.entries(data));
	}

	/** The names of the credential types that are held. */
	get types(): string[] {
		return [...this.stored.keys()];
	}

	/**
	 * What is stored now, a refreshed token included.
	 *
	 * @throws when there is no credential of that type
	 */
	data(type: string): ICredentialDataDecryptedObject {
		const data = this.stored.get(type);
		if (!data) throw new Error(`The test gave no credential of type ${type}`);
		return data;
	}

	save(type: string, data: ICredentialDataDecryptedObject): void {
		this.stored.set(type, data);
	}
}
