/** Generated from openapi.json by `npm run gen:api`; not to be edited. */

export interface paths {
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description The person, organisation and functions of this session; 401 when signed out.
         */
        get: operations["read_session"];
        put?: never;
        /**
         * Sign in
         * @description Sign in with an address and a password. The session comes as a cookie that no script can read.
         *
         *     Of whoever has a second factor a code is asked next (202): nothing is open before `POST /auth/session/code`.
         *
         *     Five tries are free; after that an account waits longer and longer on the network where they failed.
         */
        post: operations["sign_in"];
        /**
         * Sign out
         * @description End this session; it opens nothing within seconds, wherever its cookie is.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Where you are signed in, since when, and when each was last used.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description End every session of the person who is signed in.
         */
        delete: operations["sign_out_everywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description End every session of the person who is signed in, but this one.
         */
        delete: operations["sign_out_elsewhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description End one of your sessions, by its id in the list.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in: the code
         * @description The second step of signing in, when the first answered 202: a code of the authenticator, or a recovery code.
         *
         *     A code is taken once. Tries wait longer and longer, as with passwords; the first step is good for five minutes.
         */
        post: operations["sign_in_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your second factor
         * @description Whether codes are asked of you at sign-in, and how many recovery codes are left.
         */
        get: operations["read_second_factor"];
        put?: never;
        /**
         * Set a second factor up
         * @description Draw a secret for your authenticator, knowing your password. It is told this once, and asked for nothing before
         *     a first code of it is shown, within a quarter of an hour.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the first code
         * @description Show a first code: from now on one is asked at sign-in. Every session ends; this browser gets a new one.
         *
         *     The recovery codes are told this once.
         */
        post: operations["activate_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw new recovery codes
         * @description Ten recovery codes in place of those before, against a code. They are told this once.
         */
        post: operations["draw_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take your second factor away
         * @description Ask for no code any more, knowing the password and a code. Every session ends; this browser gets a new one.
         */
        post: operations["remove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has a second factor
         * @description Who of your organisation has a second factor, and since when.
         */
        get: operations["list_second_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/people/{person_id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Reset somebody's second factor
         * @description Take the second factor of somebody of your organisation away, who lost it; their sessions end, and the journal
         *     tells who did it. One's own is taken away with a code. Without one this is a quiet success.
         */
        delete: operations["reset_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done to sign-in
         * @description What was done to second factors and to the provider of your organisation, and by whom; the latest first.
         */
        get: operations["list_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The provider of your organisation
         * @description The OpenID provider through which your organisation's people may sign in, and what its console is to be told.
         */
        get: operations["read_provider"];
        /**
         * Set the provider of your organisation
         * @description Set or change it. Whoever it vouches for by a verified address, and who is invited already, may sign in.
         *
         *     Nobody is made by signing in; the platform is administered with a password.
         */
        put: operations["set_provider"];
        post?: never;
        /**
         * Remove the provider
         * @description Let nobody sign in through it any more; sessions that are open stay.
         */
        delete: operations["remove_provider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the provider out
         * @description Read its description and its keys, and show it the client's secret with a code that is none.
         */
        post: operations["test_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in through an organisation
         * @description Where a browser goes to sign in at the provider of somebody's organisation, for five minutes.
         */
        post: operations["begin_provider_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from a provider
         * @description Where a provider sends a browser back, with `state` and `code`, or with `error`.
         */
        get: operations["finish_provider_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/provider/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is bound to the provider
         * @description Whom of your organisation its provider has let in, and since when they have to be the same there.
         */
        get: operations["list_provider_bindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/people/{person_id}/provider-binding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Release somebody at the provider
         * @description Let the provider say anew who somebody of your organisation is, after they were given another account there;
         *     their sessions end, and the journal tells who did it. One's own is released by somebody else. Without one this is a
         *     quiet success.
         */
        delete: operations["release_provider_binding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/links/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a link
         * @description What a link is good for and for whom. Reading does not use it.
         */
        post: operations["read_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/joinings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join by an invitation
         * @description Choose name and password by an invitation's link, and be signed in. The link is then used.
         *
         *     A password has 12 characters or more and is hard to guess; nothing else is asked of it.
         */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Have a link sent to an address. The answer is the same whether or not somebody has it.
         *
         *     Where the installation sends no mail, an administrator of the organisation gives the link.
         */
        post: operations["request_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by a link
         * @description Choose a new password by a link. Every session ends; sign in with the new one.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description Change your password, knowing the present one. Every session ends; this browser gets a new one.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether mail is sent
         * @description Whether links go out by mail here, or are handed over.
         */
        get: operations["read_mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/mail/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send yourself a test mail
         * @description Send a test mail to the address of whoever is signed in.
         */
        post: operations["test_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List BI keys
         * @description Keys of your organisation, revoked and expired ones included; never their secrets.
         */
        get: operations["list_bi_keys"];
        put?: never;
        /**
         * Draw a BI key
         * @description Draw a key for some contracts of your organisation. The secret is shown this once.
         *
         *     A BI tool shows it by HTTP Basic, `id` as user and `secret` as password, below `/bi/v1/` and nowhere else.
         */
        post: operations["draw_bi_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a BI key
         * @description Revoke a key for good; it opens nothing within seconds. Revoking it again is a quiet success.
         */
        delete: operations["revoke_bi_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue Token Endpoint
         * @description Exchange client credentials, by HTTP Basic or in the form, for an access token of ten minutes.
         */
        post: operations["issue_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Keys Endpoint
         * @description The public keys (JWKS) that verify access tokens, and the gateway's tokens for the services.
         */
        get: operations["read_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/operator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who operates this installation
         * @description Name, address and contacts of the operator, for the notices; null is what its settings do not say.
         */
        get: operations["read_operator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organisations
         * @description Your organisation and those it shares a contract with; all of them for a platform administrator.
         */
        get: operations["contracts_list_organisations_endpoint_v1_organisations_get"];
        put?: never;
        /**
         * Add an organisation
         * @description Add a company. Takes an `Idempotency-Key`.
         */
        post: operations["contracts_create_organisation_endpoint_v1_organisations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an organisation
         * @description One organisation: yours, or one that you share a contract with.
         */
        get: operations["contracts_read_organisation_endpoint_v1_organisations__organisation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List machine clients
         * @description Machine clients of an organisation, revoked ones included; never their secrets.
         */
        get: operations["contracts_list_clients_endpoint_v1_organisations__organisation_id__clients_get"];
        put?: never;
        /**
         * Add a machine client
         * @description Add a machine client with its functions. The secret is shown this once. Takes an `Idempotency-Key`.
         */
        post: operations["contracts_create_client_endpoint_v1_organisations__organisation_id__clients_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a machine client
         * @description Revoke a client for good: its secret opens nothing any more. Revoking it again is a quiet success.
         */
        delete: operations["contracts_revoke_client_endpoint_v1_organisations__organisation_id__clients__client_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description People of an organisation, deactivated ones included; never their passwords.
         */
        get: operations["contracts_list_people_endpoint_v1_organisations__organisation_id__people_get"];
        put?: never;
        /**
         * Add a person
         * @description Add somebody with their functions. The drawn password is shown this once. Takes an `Idempotency-Key`.
         */
        post: operations["contracts_create_person_endpoint_v1_organisations__organisation_id__people_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deactivate a person
         * @description Let somebody act no more: the password opens nothing, and sessions end within seconds.
         *
         *     Deactivating again is a quiet success. The last administrator of an organisation stays.
         */
        delete: operations["contracts_deactivate_person_endpoint_v1_organisations__organisation_id__people__person_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description Change a name or functions. Functions taken away work within a minute for whoever is signed in.
         */
        patch: operations["contracts_change_person_endpoint_v1_organisations__organisation_id__people__person_id__patch"];
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a person
         * @description Invite somebody with their functions, by a link that is good for seven days and opens once.
         *
         *     It goes by mail where the installation sends mail, and is shown this once. Deactivating the person revokes it.
         *     Takes an `Idempotency-Key`.
         */
        post: operations["contracts_invite_person_endpoint_v1_organisations__organisation_id__invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/organisations/{organisation_id}/people/{person_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a new link
         * @description A link in place of those before, shown this once.
         *
         *     For whoever is only invited, to join (seven days); for the others, to choose a new password (30 minutes).
         */
        post: operations["contracts_give_link_endpoint_v1_organisations__organisation_id__people__person_id__links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/platform/first-administrator-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw the first administrator's link
         * @description The link by which a new installation gets its first administrator; in place of the one before, good for a day.
         */
        post: operations["contracts_first_link_endpoint_v1_platform_first_administrator_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read your profile
         * @description What you said of yourself; a machine client has no profile.
         */
        get: operations["contracts_read_profile_endpoint_v1_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your profile
         * @description Name, language, zone and theme follow you to every device.
         */
        patch: operations["contracts_change_profile_endpoint_v1_me_patch"];
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List functions in a contract
         * @description What people of your organisation do, or did, in this contract in place of their own functions.
         */
        get: operations["contracts_list_functions_endpoint_v1_contracts__contract_id__functions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/functions/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a person functions in a contract
         * @description Say what somebody of your organisation does in this contract: less, more or other than elsewhere.
         *
         *     It replaces what was said before, which is kept; it works within a minute, and ends by itself at `valid_to`.
         */
        put: operations["contracts_give_functions_endpoint_v1_contracts__contract_id__functions__person_id__put"];
        post?: never;
        /**
         * Take a person's functions in a contract back
         * @description Let somebody do in this contract what they do elsewhere.
         */
        delete: operations["contracts_take_functions_endpoint_v1_contracts__contract_id__functions__person_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/signatories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may sign
         * @description Who may sign this contract and its amendments for either side, for what and until when.
         *
         *     Managers accept as well: this is who is named to sign. Nothing else is told of the other party's people.
         */
        get: operations["contracts_list_signatories_endpoint_v1_contracts__contract_id__signatories_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contracts
         * @description The contracts that your organisation is a party of; all of them for a platform administrator.
         */
        get: operations["contracts_list_contracts_endpoint_v1_contracts_get"];
        put?: never;
        /**
         * Draft a contract
         * @description Draft a contract between two organisations. It is active once both have accepted its text.
         *
         *     Takes an `Idempotency-Key`.
         */
        post: operations["contracts_create_contract_endpoint_v1_contracts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contract
         * @description One contract. Its `ETag` is the revision that `If-Match` expects.
         */
        get: operations["contracts_read_contract_endpoint_v1_contracts__contract_id__get"];
        put?: never;
        post?: never;
        /**
         * Give a draft up
         * @description Give up a draft that was made by mistake: neither party finds it any more, the platform's record stays.
         *
         *     Needs `If-Match`. Only the donneur d'ordre (or the platform) does so, while nothing was accepted and nothing hangs
         *     on the draft.
         */
        delete: operations["contracts_abandon_contract_endpoint_v1_contracts__contract_id__delete"];
        options?: never;
        head?: never;
        /**
         * Correct a draft
         * @description Correct title, kind, dates, zone or parties of a draft; what is left out stays, and the history keeps both.
         *
         *     Needs `If-Match` with the `ETag` that was read. Another first day or zone takes along the parameters and commitments
         *     written for the first instant. The parties change only by the donneur d'ordre (or the platform), while nothing was
         *     accepted, the party that leaves wrote nothing, and no source, note or answer hangs on the draft (`held_by`).
         */
        patch: operations["contracts_correct_contract_endpoint_v1_contracts__contract_id__patch"];
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List corrections of a draft
         * @description Who corrected the draft and when, what it said before and after.
         */
        get: operations["contracts_list_corrections_endpoint_v1_contracts__contract_id__corrections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions of the parameters
         * @description Every version in the order of writing; versions never change, except that a proposed one comes into force.
         */
        get: operations["contracts_list_parameters_endpoint_v1_contracts__contract_id__parameters_get"];
        /**
         * Write parameters
         * @description Write the parameters that hold from `valid_from` on.
         *
         *     While the contract is a draft they are recorded at once, and an acceptance given before is void. Afterwards they are
         *     a proposed amendment (202), in force once both parties have accepted it. Of two versions with the same `valid_from`
         *     the one recorded last holds; the other stays on record.
         */
        put: operations["contracts_write_parameters_endpoint_v1_contracts__contract_id__parameters_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/objectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List objectives
         * @description Every objective in the order of writing; objectives never change, except that a proposed one comes into force.
         */
        get: operations["contracts_list_objectives_endpoint_v1_contracts__contract_id__objectives_get"];
        put?: never;
        /**
         * Add an objective
         * @description Add a SMART objective: a statement, a metric with its values, an owner on each side, a motive, two dates.
         *
         *     A missing part is refused by name. While the contract is a draft the objective is recorded at once, and an
         *     acceptance given before is void. Afterwards it is a proposed amendment (202), in force once both parties have
         *     accepted it. Takes an `Idempotency-Key`.
         */
        post: operations["contracts_write_objective_endpoint_v1_contracts__contract_id__objectives_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/objectives/{objective_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an objective
         * @description One objective of the contract.
         */
        get: operations["contracts_read_objective_endpoint_v1_contracts__contract_id__objectives__objective_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List commitments
         * @description The commitments in force at an instant (now, unless `at` says otherwise).
         *
         *     With `history=true`: every version in the order of writing, proposed ones and those that end a commitment included.
         *     Versions never change, except that a proposed one comes into force. A contractual commitment without objective is
         *     an `orphan`.
         */
        get: operations["contracts_list_commitments_endpoint_v1_contracts__contract_id__commitments_get"];
        /**
         * Write a commitment
         * @description Write what is promised on one indicator (in one variant, for a duration) from `valid_from` on.
         *
         *     While the contract is a draft it is recorded at once, and an acceptance given before is void. Afterwards it is a
         *     proposed amendment (202), in force once both parties have accepted it, together with its objective. Of two versions
         *     of the same indicator and variant with the same `valid_from` the one recorded last holds; `ends` ends the commitment
         *     from that instant on. Unit and direction are those of the indicator. Beyond seven contractual commitments at one
         *     instant, each further one needs an `override_reason`.
         */
        put: operations["contracts_write_commitment_endpoint_v1_contracts__contract_id__commitments_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/commitments/{version_id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the four questions
         * @description Say of a version whether it is specific to the task, measurable, realistic and aligned; earlier answers stay.
         *
         *     Either side answers. No version is accepted before its last answers are four times yes.
         */
        post: operations["contracts_answer_questions_endpoint_v1_contracts__contract_id__commitments__version_id__checks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List acceptances
         * @description Who accepted which text and when, void acceptances included.
         */
        get: operations["contracts_list_acceptances_endpoint_v1_contracts__contract_id__acceptances_get"];
        put?: never;
        /**
         * Accept
         * @description Accept the contract for your side.
         *
         *     A draft is accepted as it stands, parameters, objectives and commitments included; it is active once both sides have
         *     accepted the same text. Later this accepts the proposed amendments, all of them or the one named (a commitment
         *     together with its objective). An empty body, or `{}`, is enough. The
         *     digest is the SHA-256 of the canonical JSON of the present text. Takes an `Idempotency-Key`, and an `If-Match` to
         *     accept nothing but what was read.
         */
        post: operations["contracts_accept_endpoint_v1_contracts__contract_id__acceptances_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the text to accept
         * @description The contract with its parameters, objectives and commitments, exactly as it is accepted, and its digest.
         */
        get: operations["contracts_read_text_endpoint_v1_contracts__contract_id__text_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/amendments/closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List amendments that did not come into force
         * @description Which proposed amendments were withdrawn or refused, by whom, when and why.
         */
        get: operations["contracts_list_closings_endpoint_v1_contracts__contract_id__amendments_closings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse an amendment
         * @description Refuse what the other side proposed, and say why.
         *
         *     Commitments that were to serve a refused objective are refused with it. Takes an `Idempotency-Key` and an
         *     `If-Match`.
         */
        post: operations["contracts_refuse_amendment_endpoint_v1_contracts__contract_id__amendments__version_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an amendment
         * @description Take back what your own side proposed, as long as it is not in force.
         *
         *     Takes an `Idempotency-Key` and an `If-Match`.
         */
        post: operations["contracts_withdraw_amendment_endpoint_v1_contracts__contract_id__amendments__version_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Propose public holidays
         * @description The public holidays of some years, to be written into a schedule once the parties have looked at them.
         *
         *     Only a proposal: what counts is the list that a schedule holds.
         */
        get: operations["contracts_list_holidays_endpoint_v1_holidays_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sources Endpoint
         * @description The sources of a contract with their health over the last 30 days.
         */
        get: operations["kpi_list_sources_endpoint_v1_sources_get"];
        put?: never;
        /**
         * Create Source Endpoint
         * @description Connect a ticketing tool to a contract, before or after its activation; the secret is shown this once.
         */
        post: operations["kpi_create_source_endpoint_v1_sources_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Source Endpoint
         * @description One source with its health over the last 30 days.
         */
        get: operations["kpi_read_source_endpoint_v1_sources__source_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Secret Endpoint
         * @description Renew the secret of a source; the one before is accepted until the overlap ends.
         */
        post: operations["kpi_rotate_secret_endpoint_v1_sources__source_id__secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries Endpoint
         * @description Deliveries of a source, the last recorded first, each with its verdict and reason.
         */
        get: operations["kpi_list_deliveries_endpoint_v1_sources__source_id__deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Quarantine Endpoint
         * @description Well-signed deliveries that could not be read, once per body.
         */
        get: operations["kpi_list_quarantine_endpoint_v1_sources__source_id__quarantine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/quarantine/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Waiting Endpoint
         * @description How many deliveries of a span wait in quarantine: those that `rereadings` would read with the same span.
         */
        get: operations["kpi_count_waiting_endpoint_v1_sources__source_id__quarantine_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/quarantine/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Quarantine Again Endpoint
         * @description Read what waits in quarantine again, for instance after a connector was corrected.
         */
        post: operations["kpi_read_quarantine_again_endpoint_v1_sources__source_id__quarantine_readings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/rereadings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reread Endpoint
         * @description Read quarantined deliveries again by the connector as it is now, each as of its own reception.
         *
         *     What can be read becomes a delivery of origin `replay` and counts; what cannot waits on. Up to 500 in one call.
         */
        post: operations["kpi_reread_endpoint_v1_sources__source_id__rereadings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Replays Endpoint
         * @description Replays of a source, newest first: those that wait for an approval among them.
         */
        get: operations["kpi_list_replays_endpoint_v1_sources__source_id__replays_get"];
        put?: never;
        /**
         * Replay Endpoint
         * @description Verify and store recorded deliveries as if received at their `received_at`.
         *
         *     The platform administrator's run at once (beyond 10,000 deliveries as a job to poll); a party's wait for the
         *     approval of the other party.
         */
        post: operations["kpi_replay_endpoint_v1_sources__source_id__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/replays/{replay_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Replay Endpoint
         * @description How far a replay is.
         */
        get: operations["kpi_read_replay_endpoint_v1_sources__source_id__replays__replay_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/replays/{replay_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Replay Endpoint
         * @description Approve a replay that the other party asked for; it then runs.
         */
        post: operations["kpi_approve_replay_endpoint_v1_sources__source_id__replays__replay_id__approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rebuilds Endpoint
         * @description Rebuilds and verifications of a contract, newest first.
         */
        get: operations["kpi_list_rebuilds_endpoint_v1_contracts__contract_id__rebuilds_get"];
        put?: never;
        /**
         * Create Rebuild Endpoint
         * @description Read every raw delivery again, fold every ticket in the shade, compare, and put right at once what differs.
         *
         *     With `mode: verify` nothing is put right; what would be is counted the same.
         */
        post: operations["kpi_create_rebuild_endpoint_v1_contracts__contract_id__rebuilds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/rebuilds/{rebuild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Rebuild Endpoint
         * @description How far a rebuild is and what it found.
         */
        get: operations["kpi_read_rebuild_endpoint_v1_contracts__contract_id__rebuilds__rebuild_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets Endpoint
         * @description One row per ticket created by `as_of`, by ticket id; the same bytes for both parties.
         *
         *     A pair (`as_of`, `known_at`) in the past always answers the same bytes.
         */
        get: operations["kpi_list_tickets_endpoint_v1_contracts__contract_id__tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Figures Endpoint
         * @description Every indicator and variant over a period, also without data, by indicator then figure id.
         *
         *     With a `dimension`, the figures of each of its values: those of which something counted in the period, and those
         *     that the terms declare. An empty value stands for tickets of which it was not told, `*` for those told
         *     otherwise than declared. The values make up the whole, but for `tag`. No commitment judges them, and they have no
         *     versions.
         *
         *     A pair (`as_of`, `known_at`) in the past always answers the same bytes.
         */
        get: operations["kpi_list_figures_endpoint_v1_contracts__contract_id__figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/watermark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Watermark Endpoint
         * @description A number that grows when anything that a page of the contract shows has changed; meant to be asked often.
         */
        get: operations["kpi_read_watermark_endpoint_v1_contracts__contract_id__watermark_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/figures/{figure_id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Explanation Endpoint
         * @description The formula, what judged it, the tickets in and out by reason, and the value made anew from the stored events.
         *
         *     As it is now, as it was published (`version`), or at an instant (`as_of`, `known_at`).
         */
        get: operations["kpi_read_explanation_endpoint_v1_figures__figure_id__explanation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Series Endpoint
         * @description One value per day or month, also without data; a window is computed from its tickets, never from day values.
         *
         *     At an instant (`as_of`, `known_at`) it is computed from the events of every ticket of the contract: a large one
         *     takes some seconds, whatever the range. A pair in the past always answers the same bytes.
         */
        get: operations["kpi_read_series_endpoint_v1_contracts__contract_id__series_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Annotations Endpoint
         * @description What both parties noted, in the order of writing; what was taken back is marked and stays.
         */
        get: operations["kpi_list_annotations_endpoint_v1_contracts__contract_id__annotations_get"];
        put?: never;
        /**
         * Write Annotation Endpoint
         * @description Note something beside an indicator; the text is kept as it was written, and shown to both parties.
         */
        post: operations["kpi_write_annotation_endpoint_v1_contracts__contract_id__annotations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/annotations/{annotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Annotation Endpoint
         * @description Take back what one's own organisation noted: it stays, marked.
         */
        delete: operations["kpi_withdraw_annotation_endpoint_v1_contracts__contract_id__annotations__annotation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Freshness Endpoint
         * @description What each source has sent since it was connected, when it last did, and which tickets lack their creation.
         */
        get: operations["kpi_read_freshness_endpoint_v1_contracts__contract_id__freshness_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bi/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Figure Rows Endpoint
         * @description Figures as they are now, or at instants: every indicator of every period, also without data.
         *
         *     As they are now, rows of one contract with one `watermark` are of one reading; it differs where the figures changed
         *     between pages. At instants (`as_of`, `known_at`) the cursor keeps those of the first page, and every contract is
         *     computed from all of its events, once; a pair in the past always tells the same rows, with the watermark 0.
         */
        get: operations["kpi_list_figure_rows_endpoint_v1_bi_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bi/v1/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures As Csv
         * @description Figures as they are now, or at instants: every indicator of every period, also without data.
         *
         *     As they are now, rows of one contract with one `watermark` are of one reading; it differs where the figures changed
         *     between pages. At instants (`as_of`, `known_at`) the cursor keeps those of the first page, and every contract is
         *     computed from all of its events, once; a pair in the past always tells the same rows, with the watermark 0.
         */
        get: operations["kpi_figures_as_csv_v1_bi_figures_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bi/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ticket Rows Endpoint
         * @description Facts of tickets, as of and as known at instants: both the present one, unless asked for otherwise.
         *
         *     The cursor keeps those of the first page, so that a pull is one consistent picture. A pair in the past always tells
         *     the same rows, with the watermark 0.
         */
        get: operations["kpi_list_ticket_rows_endpoint_v1_bi_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bi/v1/tickets.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets As Csv
         * @description Facts of tickets, as of and as known at instants: both the present one, unless asked for otherwise.
         *
         *     The cursor keeps those of the first page, so that a pull is one consistent picture. A pair in the past always tells
         *     the same rows, with the watermark 0.
         */
        get: operations["kpi_tickets_as_csv_v1_bi_tickets_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bi/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Catalog Endpoint
         * @description The tables and their columns, with the schedules of the contracts that you reach.
         */
        get: operations["kpi_read_catalog_endpoint_v1_bi_catalog_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scopes Endpoint
         * @description Versions of the scope of a source in a contract, newest first; without any, every ticket counts.
         */
        get: operations["kpi_list_scopes_endpoint_v1_contracts__contract_id__sources__source_id__scopes_get"];
        put?: never;
        /**
         * Set Scope Endpoint
         * @description Set the scope: at once before the activation; afterwards it waits for the approval of the other party.
         *
         *     Tickets created from `valid_from` on are judged by it; one that waits already gives way.
         */
        post: operations["kpi_set_scope_endpoint_v1_contracts__contract_id__sources__source_id__scopes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes/{scope_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Scope Endpoint
         * @description Approve a scope that the other party proposed; from now on it judges tickets.
         */
        post: operations["kpi_approve_scope_endpoint_v1_contracts__contract_id__sources__source_id__scopes__scope_id__approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Values Endpoint
         * @description Brands, forms, groups, channels and tags of the tickets that the source told of lately.
         */
        get: operations["kpi_list_values_endpoint_v1_contracts__contract_id__sources__source_id__values_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Feeds Endpoint
         * @description Sources of other contracts that feed this one, and other contracts that its own sources feed.
         */
        get: operations["kpi_list_feeds_endpoint_v1_contracts__contract_id__feeds_get"];
        put?: never;
        /**
         * Create Feed Endpoint
         * @description Count tickets of a source of another contract of the same two parties here too.
         *
         *     At once before this contract is active; afterwards it waits for the approval of the other party.
         */
        post: operations["kpi_create_feed_endpoint_v1_contracts__contract_id__feeds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Feed Endpoint
         * @description Approve that a source feeds this contract too, as the other party proposed.
         */
        post: operations["kpi_approve_feed_endpoint_v1_contracts__contract_id__feeds__source_id__approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Feed Endpoint
         * @description Refuse that a source feeds this contract too, as the other party proposed; it may be proposed again.
         */
        post: operations["kpi_refuse_feed_endpoint_v1_contracts__contract_id__feeds__source_id__refusals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Feed Endpoint
         * @description End a feed: tickets created from an instant on do not count here any more; nothing that was counted changes.
         *
         *     Either party does so, at once and for good: what ended stays ended.
         */
        post: operations["kpi_end_feed_endpoint_v1_contracts__contract_id__feeds__source_id__endings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/out-of-scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Out Of Scope Endpoint
         * @description Tickets that a scope leaves out, with the condition that did: they count in no figure.
         *
         *     As last folded; with `as_of` or `known_at` from the events, as of and as known then.
         */
        get: operations["kpi_list_out_of_scope_endpoint_v1_contracts__contract_id__out_of_scope_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Adjustments Endpoint
         * @description Published figures of a period that was over, and that a later version tells otherwise; the latest first.
         */
        get: operations["kpi_list_adjustments_endpoint_v1_contracts__contract_id__adjustments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/figures/{figure_id}/adjustments/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Adjustment Endpoint
         * @description What lies between a version and the one before it: the tickets that count otherwise, why, and by which events.
         */
        get: operations["kpi_read_adjustment_endpoint_v1_figures__figure_id__adjustments__version__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Comparison Endpoint
         * @description Each value of a dimension, with its interval, beside the rest of the contract: better, worse, or not to be told.
         *
         *     Shares are compared by Newcombe's interval and a pooled z test (Fisher's where a count is small), a score by the
         *     variance of its answers, a median or P90 by the share of tickets within that of the whole contract; among many
         *     values the p-values are adjusted (Holm). The interval of what is counted in full says how far such a figure moves by
         *     itself from month to month; it excuses no breach.
         *
         *     At an instant (`as_of`, `known_at`) it is computed from the events of every ticket of the contract: a large one
         *     takes some seconds. A pair in the past always answers the same bytes.
         */
        get: operations["kpi_read_comparison_endpoint_v1_contracts__contract_id__comparisons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Coverage Endpoint
         * @description How much of a period was heard of each source, with its gaps and the fates of its deliveries.
         *
         *     Up to the last whole hour. Gaps that a manager of either party explained count as heard.
         *
         *     At an instant (`as_of`, `known_at`): gaps, terms and deliveries as they were known, up to the earlier of the two;
         *     tickets are counted from the events of all of the contract, which takes a large one some seconds. A pair in the past
         *     always answers the same bytes.
         */
        get: operations["kpi_read_coverage_endpoint_v1_contracts__contract_id__coverage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Gaps Endpoint
         * @description Gaps in the rhythm of a source, the latest first; those that were taken back are marked and stay.
         */
        get: operations["kpi_list_gaps_endpoint_v1_sources__source_id__gaps_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/gaps/{gap_id}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain Gap Endpoint
         * @description Say that nothing was to come in a gap, or that what was missing came after all; once, and both parties read it.
         *
         *     The gap then counts as heard. Silence that was usual (`quiet`) is learnt by the rhythm.
         */
        post: operations["kpi_explain_gap_endpoint_v1_sources__source_id__gaps__gap_id__explanations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/silence-alert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Silence Alert Endpoint
         * @description Set the longest silence that is allowed, beside the rhythm; null lifts it. It counts from now on.
         */
        put: operations["kpi_set_silence_alert_endpoint_v1_sources__source_id__silence_alert_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Samples Endpoint
         * @description Bodies as the source's tool writes them, about the present instant and a ticket that nobody has.
         */
        get: operations["kpi_list_samples_endpoint_v1_sources__source_id__samples_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Body Endpoint
         * @description Sign a body as the tool would, examine it as a delivery, and tell what it would count for; nothing is stored.
         *
         *     Neither the secret nor a whole signature is told: who tries a body cannot send it in the tool's name.
         */
        post: operations["kpi_try_body_endpoint_v1_sources__source_id__trials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a ticket export
         * @description Say how a file would be read: its columns, its first rows, the rows that cannot be used. Nothing is kept.
         */
        post: operations["kpi_preview_endpoint_v1_sources__source_id__ticket_imports_previews_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports of ticket exports
         * @description Imports of a source, newest first: those that wait for an approval among them.
         */
        get: operations["kpi_list_endpoint_v1_sources__source_id__ticket_imports_get"];
        put?: never;
        /**
         * Compare a ticket export
         * @description Read a ticket export of the tool and compare it with what the source told; nothing is counted by it.
         *
         *     Up to 30 MB and 100,000 rows: CSV with a header (`;`, `,` or tabulation), a JSON array, NDJSON, or the list of the
         *     tool's API. Poll until `state` is `compared`; then it may be loaded. The file itself is not kept.
         */
        post: operations["kpi_import_endpoint_v1_sources__source_id__ticket_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import of a ticket export
         * @description How far an import is, and what it found.
         */
        get: operations["kpi_read_endpoint_v1_sources__source_id__ticket_imports__import_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tickets of an import
         * @description Tickets of an import in the order of their ids: equal, different with both values, missing here or there.
         */
        get: operations["kpi_list_rows_endpoint_v1_sources__source_id__ticket_imports__import_id__rows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load an import
         * @description Load the tickets that are missing here: at once before the activation, else once the other party approves.
         *
         *     What the source told stays as it told it.
         */
        post: operations["kpi_load_endpoint_v1_sources__source_id__ticket_imports__import_id__loads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/undoings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import
         * @description Take back what an import brought, from now on: before the activation at once, else with the other party.
         *
         *     What was known until then stays readable as known then.
         */
        post: operations["kpi_undo_endpoint_v1_sources__source_id__ticket_imports__import_id__undoings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an import
         * @description Approve the load, or the undoing, that the other party asked for; it then runs.
         */
        post: operations["kpi_approve_endpoint_v1_sources__source_id__ticket_imports__import_id__approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse an import
         * @description Refuse the load, or the undoing, that the other party asked for; nothing changes then.
         */
        post: operations["kpi_refuse_endpoint_v1_sources__source_id__ticket_imports__import_id__refusals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Staff Endpoint
         * @description Versions of the donneur d'ordre's own staff in a source, newest first: how many people, never who.
         *
         *     Without any, every public message of an agent is the provider's.
         */
        get: operations["kpi_list_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff_get"];
        put?: never;
        /**
         * Set Staff Endpoint
         * @description Set it: at once before the activation; afterwards it waits for the approval of the other party.
         *
         *     Messages written from `valid_from` on are judged by it; a version that waits already gives way.
         */
        post: operations["kpi_set_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff/{staff_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Staff Endpoint
         * @description Approve a version that the other party proposed; from now on it judges messages.
         */
        post: operations["kpi_approve_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff__staff_id__approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/v1/contracts/{contract_id}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Today Endpoint
         * @description The local day so far by half-hour, what is open, what breaks next, and the promises of today.
         *
         *     For the provider's side only: the donneur d'ordre neither schedules nor instructs the provider's agents, and reads
         *     figures. An answer may be some seconds old on large contracts; `as_of` says of when it is.
         */
        get: operations["kpi_read_today_endpoint_v1_contracts__contract_id__today_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a delivery of a ticketing tool
         * @description The address of one source; its signature is the only sign-in. The generic connector takes CloudEvents 1.0 (structured, binary, or a batch of up to 1,000) with Standard Webhooks headers; the other systems take what the tool sends. `2xx` only once the delivery is durable. `HEAD` tells that the address is there; `GET` answers the challenge of a tool that has one (GLPI, `crc_token`).
         */
        post: operations["kpi_receive_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List survey answers
         * @description Survey answers, in the order in which they were given, without their free text.
         *
         *     `source` keeps those of one source; `from` (included) and `to` (excluded) bound the instant of the answer.
         */
        get: operations["feedback_list_answers_endpoint_v1_contracts__contract_id__answers_get"];
        put?: never;
        /**
         * Send survey answers
         * @description Keep up to 500 answers of end customers: all of them, or none when one is wrong.
         *
         *     Sending again changes nothing: the `key` of an answer tells it. Personal data in comments are masked at once.
         */
        post: operations["feedback_receive_answers_endpoint_v1_contracts__contract_id__answers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/answers/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports of survey answers
         * @description Files of answers, the newest first: who sent them, what came of them, and which were taken back.
         */
        get: operations["feedback_list_imports_endpoint_v1_contracts__contract_id__answers_imports_get"];
        put?: never;
        /**
         * Send a file of survey answers
         * @description Keep the right lines of a file, and say line by line why the others are not.
         *
         *     CSV: UTF-8, UTF-16 (with its mark) or Windows-1252, `;`, `,` or tabulation. XLSX: the first visible sheet with
         *     anything in it, values as last shown. A header with the names of columns (`question`, `note`, `date`; also `clé`,
         *     `échelle`, `commentaire`, `ticket`, `lien`, `canal`, or their English names). Up to 5,000 answers and 1 MB.
         */
        post: operations["feedback_import_answers_endpoint_v1_contracts__contract_id__answers_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/answers/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a file of survey answers
         * @description Say how a file would be read and what would become of each line, as things are now: nothing is kept.
         */
        post: operations["feedback_preview_answers_endpoint_v1_contracts__contract_id__answers_imports_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/answers/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back
         * @description Its answers count no more, their words are deleted, their keys may come again; done again it changes nothing.
         *
         *     For the organisation that sent the file. A trace of each answer stays, and both parties see who took them back.
         */
        post: operations["feedback_undo_import_endpoint_v1_contracts__contract_id__answers_imports__import_id__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List survey tools
         * @description The survey tools of a contract, the same for both parties; never their secrets.
         */
        get: operations["feedback_list_tools_endpoint_v1_contracts__contract_id__survey_tools_get"];
        put?: never;
        /**
         * Connect a survey tool
         * @description Make an address for a survey tool. The secret is the one that the tool dictates, or one that is drawn.
         */
        post: operations["feedback_create_tool_endpoint_v1_contracts__contract_id__survey_tools_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a survey tool
         * @description One survey tool.
         */
        get: operations["feedback_read_tool_endpoint_v1_contracts__contract_id__survey_tools__tool_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the fields of a survey are
         * @description Which question is which; answers that were kept before stay as they are. Then `rereads` reads what waits.
         */
        put: operations["feedback_map_fields_endpoint_v1_contracts__contract_id__survey_tools__tool_id__fields_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the secret of a survey tool
         * @description The present one stays good for the overlap. Where the tool's own was awaited, `rereads` verifies what waits.
         */
        post: operations["feedback_rotate_secret_endpoint_v1_contracts__contract_id__survey_tools__tool_id__secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the questions that a survey tool sent
         * @description How the fields of the latest deliveries are called, never what was answered.
         */
        get: operations["feedback_list_questions_endpoint_v1_contracts__contract_id__survey_tools__tool_id__questions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries of a survey tool
         * @description What came and what became of it, the newest first; never what it held.
         */
        get: operations["feedback_list_survey_deliveries_endpoint_v1_contracts__contract_id__survey_tools__tool_id__deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/rereads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read again what waits
         * @description After the secret or the mapping was put right: up to 200 deliveries at a time, the oldest first.
         */
        post: operations["feedback_reread_endpoint_v1_contracts__contract_id__survey_tools__tool_id__rereads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a survey tool
         * @description Sign a response that nobody gave as the tool would, and take it by the tool's own door: it makes no answers.
         */
        post: operations["feedback_try_tool_endpoint_v1_contracts__contract_id__survey_tools__tool_id__trials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/verbatims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List verbatims
         * @description What customers answered and said, the newest first: the same for both parties, personal data masked.
         */
        get: operations["feedback_list_verbatims_endpoint_v1_contracts__contract_id__verbatims_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/verbatims/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count answers by score
         * @description How many answers there are of each question and score, for a histogram.
         */
        get: operations["feedback_count_scores_endpoint_v1_contracts__contract_id__verbatims_scores_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/person-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests of persons
         * @description Requests for access and erasure, the newest first, the same for both parties.
         */
        get: operations["feedback_list_person_requests_endpoint_v1_contracts__contract_id__person_requests_get"];
        put?: never;
        /**
         * Record a request of a person
         * @description Keep what an end customer asked either party. The references are sealed, and forgotten once it is answered.
         */
        post: operations["feedback_record_person_request_endpoint_v1_contracts__contract_id__person_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/person-requests/{request_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a step of a request
         * @description Begin it, extend it, order the erasure, answer or refuse it: the party in charge does.
         */
        post: operations["feedback_take_step_endpoint_v1_contracts__contract_id__person_requests__request_id__steps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/person-requests/{request_id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what is held about a person
         * @description How much there is, to be looked at before an erasure is ordered; for the party in charge.
         */
        get: operations["feedback_count_findings_endpoint_v1_contracts__contract_id__person_requests__request_id__findings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/v1/contracts/{contract_id}/person-requests/{request_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what is held about a person
         * @description Deliveries as they came, events, answers and their words: for the party in charge, which answers the person.
         *
         *     Each export is written down among the steps of the request. What is in it is kept nowhere else.
         */
        get: operations["feedback_export_person_endpoint_v1_contracts__contract_id__person_requests__request_id__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{tool_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what a survey tool sends
         * @description The address of one survey tool; its signature is the only sign-in. One response per delivery; only finished ones count. `2xx` only once the delivery and its answers are durable. `HEAD` tells that the address is there.
         */
        post: operations["feedback_receive_survey_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessToken
         * @description An access token (RFC 6749, section 5.1).
         * @example {
         *       "access_token": "eyJhbGciOiJFUzI1NiIs…",
         *       "expires_in": 600,
         *       "token_type": "Bearer"
         *     }
         */
        AccessToken: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            /** Expires In */
            expires_in: number;
        };
        /**
         * Author
         * @description Who drew a key.
         */
        GatewayAuthor: {
            /** Subject */
            subject: string;
            /** Name */
            name: string | null;
        };
        /**
         * BiKeyView
         * @description A BI key; never its secret.
         * @example {
         *       "contract_ids": [
         *         "0197f3a2-9f42-7e66-a1b2-c3d4e5f60718"
         *       ],
         *       "created_at": "2026-11-22T09:00:00Z",
         *       "created_by": {
         *         "name": "Claire Morel",
         *         "subject": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03"
         *       },
         *       "expires_at": "2027-11-23T00:00:00Z",
         *       "id": "0197f3a2-a053-7f77-b2c3-d4e5f6071829",
         *       "last_used_at": "2026-11-22T10:30:00Z",
         *       "name": "Power BI du comité"
         *     }
         */
        BiKeyView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Contract Ids */
            contract_ids: string[];
            /** Created At */
            created_at: string;
            created_by: components["schemas"]["GatewayAuthor"];
            /** Expires At */
            expires_at: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Revoked At */
            revoked_at: string | null;
        };
        /**
         * BindingView
         * @description Somebody whom the provider knows here.
         */
        BindingView: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Bound At */
            bound_at: string;
        };
        /**
         * CodeAsked
         * @description Nothing is open yet: a code is asked for, at `/auth/session/code`.
         */
        CodeAsked: {
            /**
             * Code Asked
             * @default true
             * @constant
             */
            code_asked: true;
            /** Expires At */
            expires_at: string;
        };
        /**
         * CodeBody
         * @description A code: six digits of the authenticator, or a recovery code.
         * @example {
         *       "code": "492039"
         *     }
         */
        CodeBody: {
            /** Code */
            code: string;
        };
        /**
         * ColleagueView
         * @description Somebody of one's organisation who has a second factor.
         */
        ColleagueView: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Active Since */
            active_since: string;
        };
        /**
         * Colleagues
         * @description Who of one's organisation has a second factor.
         */
        Colleagues: {
            /** Items */
            items: components["schemas"]["ColleagueView"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * DrawnBiKey
         * @description A new BI key with its secret, shown this once: user and password of HTTP Basic are `id` and `secret`.
         * @example {
         *       "contract_ids": [
         *         "0197f3a2-9f42-7e66-a1b2-c3d4e5f60718"
         *       ],
         *       "created_at": "2026-11-22T09:00:00Z",
         *       "created_by": {
         *         "name": "Claire Morel",
         *         "subject": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03"
         *       },
         *       "expires_at": "2027-11-23T00:00:00Z",
         *       "id": "0197f3a2-a053-7f77-b2c3-d4e5f6071829",
         *       "name": "Power BI du comité",
         *       "secret": "drawn, shown once"
         *     }
         */
        DrawnBiKey: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Contract Ids */
            contract_ids: string[];
            /** Created At */
            created_at: string;
            created_by: components["schemas"]["GatewayAuthor"];
            /** Expires At */
            expires_at: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Secret */
            secret: string;
        };
        /**
         * Enrolment
         * @description A new secret, told once; nothing asks for its codes before one of them was shown.
         */
        Enrolment: {
            /** Secret */
            secret: string;
            /** Address */
            address: string;
            /** Picture */
            picture: string[];
        };
        /**
         * EnrolmentStart
         * @description Whoever sets a second factor up knows the password.
         */
        EnrolmentStart: {
            /** Password */
            password: string;
        };
        /**
         * FieldError
         * @description One wrong field.
         */
        FieldError: {
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * Joining
         * @description Somebody who joins by their link.
         */
        Joining: {
            /** Token */
            token: string;
            /** Name */
            name: string;
            /** Email */
            email?: string | null;
            /** Password */
            password: string;
            /**
             * Language
             * @default fr
             * @enum {string}
             */
            language: "fr" | "en";
        };
        /**
         * JournalAuthor
         * @description Who did it.
         */
        JournalAuthor: {
            /** Subject */
            subject: string;
            /** Name */
            name: string | null;
        };
        /**
         * JournalEntryView
         * @description Something done to how people of your organisation sign in.
         * @example {
         *       "by": {
         *         "name": "Ada Fontaine",
         *         "subject": "0197f3a2-9e31-7d44-8b5c-1f2e3d4c5b04"
         *       },
         *       "id": "0197f3a2-b164-7088-8c3d-e5f607182930",
         *       "kind": "second_factor_reset",
         *       "person_id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "recorded_at": "2026-11-22T09:00:00Z"
         *     }
         */
        JournalEntryView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["GatewayKind"];
            /** Person Id */
            person_id: string | null;
            /** Recorded At */
            recorded_at: string;
            by: components["schemas"]["JournalAuthor"];
        };
        /**
         * Kind
         * @description Something done to how people sign in.
         * @enum {string}
         */
        GatewayKind: "second_factor_activated" | "second_factor_removed" | "second_factor_reset" | "recovery_codes_drawn" | "recovery_code_used" | "provider_set" | "provider_removed" | "provider_bound" | "provider_subject_refused" | "provider_released";
        /**
         * LinkToken
         * @description What stands behind `#` in a link.
         */
        LinkToken: {
            /** Token */
            token: string;
        };
        /**
         * LinkView
         * @description What a link is good for; nothing of it is told to whoever does not hold it.
         */
        GatewayLinkView: {
            purpose: components["schemas"]["Purpose"];
            /** Name */
            name: string | null;
            /** Email */
            email: string | null;
            /** Organisation */
            organisation: string | null;
            /** Expires At */
            expires_at: string;
        };
        /**
         * MailTest
         * @description A test mail to oneself.
         */
        MailTest: {
            /**
             * Language
             * @default fr
             * @enum {string}
             */
            language: "fr" | "en";
        };
        /**
         * MailTestResult
         * @description What became of it.
         */
        MailTestResult: {
            /**
             * Mail
             * @enum {string}
             */
            mail: "sent" | "failed" | "off";
            /** To */
            to: string;
        };
        /**
         * MailView
         * @description Whether the installation sends mail.
         */
        MailView: {
            /** Sends */
            sends: boolean;
        };
        /**
         * NewBiKey
         * @description A key to draw.
         * @example {
         *       "contract_ids": [
         *         "0197f3a2-9f42-7e66-a1b2-c3d4e5f60718"
         *       ],
         *       "expires_on": "2027-11-22",
         *       "name": "Power BI du comité"
         *     }
         */
        NewBiKey: {
            /** Name */
            name: string;
            /** Contract Ids */
            contract_ids: string[];
            /** Expires On */
            expires_on?: string | null;
        };
        /**
         * OperatorView
         * @description The operator of this installation; null is what was not set, and is shown as missing.
         */
        OperatorView: {
            /**
             * Name
             * @example Copil SAS
             */
            name: string | null;
            /**
             * Address
             * @example 1 rue de la Paix, 75002 Paris
             */
            address: string | null;
            /**
             * Registration
             * @example RCS Paris 000 000 000
             */
            registration: string | null;
            /**
             * Contact
             * @example contact@copil.example
             */
            contact: string | null;
            /**
             * Publication Director
             * @example Camille Martin
             */
            publication_director: string | null;
            /**
             * Host
             * @example Hébergeur SA, 2 quai du Port, 59800 Lille
             */
            host: string | null;
            /**
             * Data Protection Contact
             * @example dpo@copil.example
             */
            data_protection_contact: string | null;
        };
        /**
         * OwnSession
         * @description A browser in which somebody is signed in.
         */
        OwnSession: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Current */
            current: boolean;
            /** Device */
            device: string | null;
            /** Address */
            address: string | null;
            /** Created At */
            created_at: string;
            /** Seen At */
            seen_at: string;
        };
        /**
         * OwnSessions
         * @description The browsers in which somebody is signed in, the last used first.
         */
        OwnSessions: {
            /** Items */
            items: components["schemas"]["OwnSession"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /** Page[BiKeyView] */
        Page_BiKeyView_: {
            /** Items */
            items: components["schemas"]["BiKeyView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[JournalEntryView] */
        Page_JournalEntryView_: {
            /** Items */
            items: components["schemas"]["JournalEntryView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PasswordChange
         * @description A new password, chosen by whoever knows the present one.
         */
        PasswordChange: {
            /** Current */
            current: string;
            /** Password */
            password: string;
        };
        /**
         * PasswordRequest
         * @description Whose password is forgotten.
         */
        PasswordRequest: {
            /** Email */
            email: string;
        };
        /**
         * PasswordReset
         * @description A new password, chosen by a link.
         */
        PasswordReset: {
            /** Token */
            token: string;
            /** Password */
            password: string;
        };
        /**
         * Problem
         * @description A failure, RFC 9457.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /** Instance */
            instance: string;
            /** Detail */
            detail?: string | null;
        };
        /**
         * ProviderBindings
         * @description Who signed in through the present provider of the organisation, and since when they are known as who they are.
         */
        ProviderBindings: {
            /** Items */
            items: components["schemas"]["BindingView"][];
        };
        /**
         * ProviderChange
         * @description The provider of an organisation, as its own console names it.
         * @example {
         *       "client_id": "copil",
         *       "client_secret": "given by the provider",
         *       "domains": [
         *         "maison-verlaine.example"
         *       ],
         *       "issuer": "https://login.maison-verlaine.example"
         *     }
         */
        ProviderChange: {
            /** Issuer */
            issuer: string;
            /** Client Id */
            client_id: string;
            /** Client Secret */
            client_secret?: string | null;
            /** Domains */
            domains?: string[];
        };
        /**
         * ProviderCheck
         * @description One step of trying a provider out.
         */
        ProviderCheck: {
            /**
             * Step
             * @enum {string}
             */
            step: "description" | "keys" | "client";
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "passed" | "failed" | "not_tried";
            /** Detail */
            detail?: string | null;
        };
        /**
         * ProviderSettings
         * @description What an administrator sees, and what the provider's console has to be told.
         */
        ProviderSettings: {
            /** Callback Url */
            callback_url: string;
            /** Sign In Url */
            sign_in_url: string;
            provider: components["schemas"]["ProviderView"] | null;
        };
        /**
         * ProviderSignInStart
         * @description Who signs in through their organisation: by their address, or by the organisation that a link names.
         */
        ProviderSignInStart: {
            /** Email */
            email?: string | null;
            /** Organisation Id */
            organisation_id?: string | null;
            /** Return To */
            return_to?: string | null;
        };
        /**
         * ProviderTest
         * @description What trying the provider out found, in this order.
         */
        ProviderTest: {
            /** Checks */
            checks: components["schemas"]["ProviderCheck"][];
        };
        /**
         * ProviderView
         * @description The provider of an organisation; never its secret.
         */
        ProviderView: {
            /** Issuer */
            issuer: string;
            /** Client Id */
            client_id: string;
            /** Domains */
            domains: string[];
            /** Updated At */
            updated_at: string;
            /** Updated By Name */
            updated_by_name: string | null;
        };
        /**
         * ProviderWay
         * @description Where the browser goes next.
         */
        ProviderWay: {
            /** Url */
            url: string;
        };
        /**
         * PublishedKey
         * @description One public key (RFC 7517).
         */
        PublishedKey: {
            /**
             * Kty
             * @constant
             */
            kty: "EC";
            /**
             * Crv
             * @constant
             */
            crv: "P-256";
            /** X */
            x: string;
            /** Y */
            y: string;
            /** Kid */
            kid: string;
            /**
             * Alg
             * @constant
             */
            alg: "ES256";
            /**
             * Use
             * @constant
             */
            use: "sig";
        };
        /**
         * PublishedKeys
         * @description The public keys that verify our tokens.
         */
        PublishedKeys: {
            /** Keys */
            keys: components["schemas"]["PublishedKey"][];
        };
        /**
         * Purpose
         * @description What a link is good for.
         * @enum {string}
         */
        Purpose: "first_administrator" | "invitation" | "password";
        /**
         * RecoveryCodes
         * @description Ten codes that each open once in place of a code, shown this once; those before open nothing any more.
         */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * Removal
         * @description Whoever takes their second factor away knows the password and has a code.
         */
        Removal: {
            /** Password */
            password: string;
            /** Code */
            code: string;
        };
        /**
         * SecondFactorView
         * @description One's own second factor.
         */
        SecondFactorView: {
            /** Active */
            active: boolean;
            /** Active Since */
            active_since: string | null;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Used In This Session */
            used_in_this_session: boolean;
        };
        /**
         * SessionOrganisation
         * @description For whom they act.
         */
        SessionOrganisation: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * SessionPerson
         * @description Who is signed in.
         */
        SessionPerson: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Language */
            language?: string | null;
            /** Zone */
            zone?: string | null;
            /** Theme */
            theme?: string | null;
        };
        /**
         * SessionView
         * @description The session of this browser.
         * @example {
         *       "expires_at": "2026-11-22T20:00:00Z",
         *       "functions": [
         *         "manager"
         *       ],
         *       "organisation": {
         *         "id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *         "name": "Maison Verlaine"
         *       },
         *       "person": {
         *         "email": "claire.morel@maison-verlaine.example",
         *         "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *         "name": "Claire Morel"
         *       },
         *       "roles": [
         *         "donneur_ordre"
         *       ],
         *       "second_factor": false
         *     }
         */
        SessionView: {
            person: components["schemas"]["SessionPerson"];
            organisation: components["schemas"]["SessionOrganisation"];
            /** Functions */
            functions: string[];
            /** Roles */
            roles: string[];
            /** Expires At */
            expires_at: string;
            /** Second Factor */
            second_factor: boolean;
        };
        /**
         * SignIn
         * @description An address and a password; neither is ever echoed.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "password": "xk7mq-p3hwd-8rzna-v5tjc-b2fye"
         *     }
         */
        SignIn: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * TokenProblem
         * @description A refused token request: `error` is the name of RFC 6749, section 5.2.
         */
        TokenProblem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /** Instance */
            instance: string;
            /** Detail */
            detail?: string | null;
            /** Error */
            error: string;
        };
        /**
         * ValidationProblem
         * @description A failure that names each wrong field.
         */
        ValidationProblem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /** Instance */
            instance: string;
            /** Detail */
            detail?: string | null;
            /** Errors */
            errors: components["schemas"]["FieldError"][];
        };
        /**
         * AcceptanceResult
         * @description Where the caller's side stands now.
         * @example {
         *       "accepted": [
         *         {
         *           "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "subject": "amendment",
         *           "version_id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05"
         *         }
         *       ],
         *       "accepted_at": "2026-09-20T09:30:00.123456Z",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "contract_state": "active",
         *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "side": "sous_traitant"
         *     }
         */
        AcceptanceResult: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            side: components["schemas"]["Side"];
            /** Digest */
            digest: string;
            /** Accepted At */
            accepted_at: string;
            contract_state: components["schemas"]["State"];
            /** Accepted */
            accepted: components["schemas"]["AcceptedText"][];
        };
        /**
         * AcceptanceView
         * @description One acceptance on record.
         * @example {
         *       "accepted_at": "2026-09-20T09:30:00.123456Z",
         *       "accepted_by": "0197f3a2-7d20-7b11-8c3a-9e8d7c6b5a02",
         *       "accepted_name": "Karim Benali",
         *       "accepted_scope": "Avenants de moins de 10 000 € par an",
         *       "comment": "Lu et approuvé.",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "id": "0197f3b2-3d4e-7f5a-8b6c-7d8e9f0a1b06",
         *       "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d03",
         *       "side": "sous_traitant",
         *       "version_id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05",
         *       "void": false
         *     }
         */
        AcceptanceView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            side: components["schemas"]["Side"];
            /** Version Id */
            version_id: string | null;
            /** Digest */
            digest: string;
            /** Accepted By */
            accepted_by: string;
            /** Accepted Name */
            accepted_name: string | null;
            /** Accepted Scope */
            accepted_scope: string | null;
            /** Accepted At */
            accepted_at: string;
            /** Comment */
            comment: string | null;
            /** Void */
            void: boolean;
        };
        /**
         * AcceptedText
         * @description A text that this request accepted.
         */
        AcceptedText: {
            /**
             * Subject
             * @enum {string}
             */
            subject: "contract" | "amendment";
            /** Version Id */
            version_id: string | null;
            /** Digest */
            digest: string;
        };
        /**
         * Author
         * @description Somebody of one side, or of the platform when there is none; the name is told to the other party.
         */
        ContractsAuthor: {
            side: components["schemas"]["Side"] | null;
            /** Name */
            name: string | null;
        };
        /**
         * Change
         * @description How the way from the baseline to the target is told: as a share of the baseline, or as a difference.
         * @enum {string}
         */
        Change: "relative" | "points";
        /**
         * CheckView
         * @description Answers on record, with who gave them.
         */
        CheckView: {
            /** Specific */
            specific: boolean;
            /** Measurable */
            measurable: boolean;
            /** Realistic */
            realistic: boolean;
            /** Aligned */
            aligned: boolean;
            /** Comment */
            comment: string | null;
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string;
        };
        /**
         * Checks
         * @description Answers to the four questions about a commitment; "no" says that it is not ready to be promised.
         * @example {
         *       "aligned": true,
         *       "comment": "Mesuré par l'outil du prestataire.",
         *       "measurable": true,
         *       "realistic": true,
         *       "specific": true
         *     }
         */
        Checks: {
            /** Specific */
            specific: boolean;
            /** Measurable */
            measurable: boolean;
            /** Realistic */
            realistic: boolean;
            /** Aligned */
            aligned: boolean;
            /** Comment */
            comment?: string | null;
        };
        /**
         * Class
         * @description Whether something follows when it is missed.
         * @enum {string}
         */
        Class: "contractual" | "observed";
        /**
         * ClientCredentials
         * @description A new machine client with its secret, shown this once.
         * @example {
         *       "client_id": "0197f3a2-7d20-7b11-8c3a-9e8d7c6b5a02",
         *       "client_secret": "drawn by the gateway, shown once",
         *       "functions": [
         *         "bi_reader"
         *       ],
         *       "name": "entrepôt de données",
         *       "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01"
         *     }
         */
        ClientCredentials: {
            /** Client Id */
            client_id: string;
            /** Client Secret */
            client_secret: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
        };
        /**
         * ClientView
         * @description A machine client.
         * @example {
         *       "client_id": "0197f3a2-7d20-7b11-8c3a-9e8d7c6b5a02",
         *       "created_at": "2026-10-01T08:00:00Z",
         *       "functions": [
         *         "bi_reader"
         *       ],
         *       "name": "entrepôt de données",
         *       "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *       "revoked_at": "2026-11-02T17:30:00Z"
         *     }
         */
        ClientView: {
            /** Client Id */
            client_id: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Created At */
            created_at: string;
            /** Revoked At */
            revoked_at: string | null;
        };
        /**
         * Clocks
         * @description Whose time it is while a ticket waits, and whose time stops the clock of a promise.
         *
         *     While it is new or open it is the provider's (`sous_traitant`). `hold_reasons`: by what a ticket on hold waits for,
         *     as the tool tells it; any other hold is `hold`'s. `first_response_stops`, `resolution_stops`: whose time each
         *     promise does not count. `time_leaves_out`: whose time `ttr_contractual` leaves out.
         */
        Clocks: {
            /**
             * Pending
             * @default customer
             * @enum {string}
             */
            pending: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            /**
             * Hold
             * @default third_party
             * @enum {string}
             */
            hold: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            /** Hold Reasons */
            hold_reasons?: {
                [key: string]: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            };
            /** First Response Stops */
            first_response_stops?: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
            /** Resolution Stops */
            resolution_stops?: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
            /** Time Leaves Out */
            time_leaves_out?: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
        };
        /**
         * ClosingView
         * @description An amendment that will not come into force, the same for both parties.
         * @example {
         *       "author": {
         *         "name": "Karim Benali",
         *         "side": "sous_traitant"
         *       },
         *       "comment": "Notre équipe du samedi n'est complète qu'en mars.",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "id": "0197f3b6-3d4e-7f5a-8b6c-7d8e9f0a1b12",
         *       "outcome": "refused",
         *       "version_id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
         *       "written_at": "2026-11-20T09:30:00.123456Z"
         *     }
         */
        ClosingView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "withdrawn" | "refused";
            /** Comment */
            comment: string | null;
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string;
        };
        /**
         * CommitmentView
         * @description One version of a commitment, the same for both parties.
         * @example {
         *       "author": {
         *         "name": "Claire Morel",
         *         "side": "donneur_ordre"
         *       },
         *       "checks": [
         *         {
         *           "aligned": true,
         *           "author": {
         *             "name": "Claire Morel",
         *             "side": "donneur_ordre"
         *           },
         *           "comment": "Mesuré par l'outil du prestataire.",
         *           "measurable": true,
         *           "realistic": true,
         *           "specific": true,
         *           "written_at": "2026-09-15T08:12:00.123456Z"
         *         }
         *       ],
         *       "class": "contractual",
         *       "clause": "Article 6.2: neuf demandes sur dix sont résolues en quatre heures.",
         *       "comment": "Convenu en comité du 15 septembre.",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "direction": "lower",
         *       "ends": false,
         *       "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
         *       "indicator": "ttr",
         *       "objective_id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *       "orphan": false,
         *       "override_reason": "Exigé par le régulateur du secteur",
         *       "recorded_at": "2026-09-15T08:12:00.123456Z",
         *       "state": "in_force",
         *       "target": "14400",
         *       "tolerance": "1800",
         *       "unit": "s",
         *       "valid_from": "2026-09-30T22:00:00Z",
         *       "variant": "p90",
         *       "weight": "2",
         *       "written_at": "2026-09-15T08:12:00.123456Z"
         *     }
         */
        CommitmentView: {
            indicator: components["schemas"]["Indicator"];
            variant: components["schemas"]["Variant"] | null;
            class: components["schemas"]["Class"];
            /** Objective Id */
            objective_id: string | null;
            /** Target */
            target: string;
            /** Tolerance */
            tolerance: string;
            unit: components["schemas"]["Unit"];
            direction: components["schemas"]["Direction"];
            /** Weight */
            weight: string | null;
            /** Clause */
            clause: string;
            /** Valid From */
            valid_from: string;
            /** Ends */
            ends: boolean;
            /** Override Reason */
            override_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Recorded At */
            recorded_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "in_force" | "withdrawn" | "refused";
            /** Digest */
            digest: string;
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string | null;
            /** Comment */
            comment: string | null;
            /** Checks */
            checks: components["schemas"]["CheckView"][];
            /** Orphan */
            orphan: boolean;
        };
        /**
         * ContractTextView
         * @description What both parties accept, to the letter: anybody can compute its digest again.
         */
        ContractTextView: {
            /** Digest */
            digest: string;
            /** Revision */
            revision: number;
            /** Text */
            text: {
                [key: string]: unknown;
            };
        };
        /**
         * ContractView
         * @description A contract, the same for both parties.
         * @example {
         *       "activated_at": "2026-09-20T09:30:00Z",
         *       "created_at": "2026-09-15T08:00:00Z",
         *       "donneur_ordre_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *       "ends_on": "2027-09-30",
         *       "id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "kind": "externalisation",
         *       "revision": 3,
         *       "sous_traitant_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d03",
         *       "starts_on": "2026-10-01",
         *       "state": "active",
         *       "title": "Assistance niveau 1",
         *       "zone": "Europe/Paris"
         *     }
         */
        ContractView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
            kind: components["schemas"]["ContractsKind"];
            /**
             * Donneur Ordre Id
             * Format: uuid
             */
            donneur_ordre_id: string;
            /**
             * Sous Traitant Id
             * Format: uuid
             */
            sous_traitant_id: string;
            /** Zone */
            zone: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Ends On */
            ends_on: string | null;
            state: components["schemas"]["State"];
            /** Revision */
            revision: number;
            /** Created At */
            created_at: string;
            /** Activated At */
            activated_at: string | null;
        };
        /**
         * CorrectedParts
         * @description Those parts of a draft that a correction changed; the others are left out.
         */
        CorrectedParts: {
            /** Title */
            title?: string | null;
            kind?: components["schemas"]["ContractsKind"] | null;
            /** Donneur Ordre Id */
            donneur_ordre_id?: string | null;
            /** Sous Traitant Id */
            sous_traitant_id?: string | null;
            /** Zone */
            zone?: string | null;
            /** Starts On */
            starts_on?: string | null;
            /** Ends On */
            ends_on?: string | null;
        };
        /**
         * Correction
         * @description What a draft is to say of itself; what is left out stays, and only `ends_on` may be null.
         * @example {
         *       "starts_on": "2026-11-01",
         *       "title": "Assistance niveau 1 et 2"
         *     }
         */
        Correction: {
            /** Title */
            title?: string | null;
            kind?: components["schemas"]["ContractsKind"] | null;
            /** Donneur Ordre Id */
            donneur_ordre_id?: string | null;
            /** Sous Traitant Id */
            sous_traitant_id?: string | null;
            /** Zone */
            zone?: string | null;
            /** Starts On */
            starts_on?: string | null;
            /** Ends On */
            ends_on?: string | null;
        };
        /**
         * CorrectionView
         * @description One correction of a draft, the same for both parties.
         * @example {
         *       "after": {
         *         "starts_on": "2026-11-01",
         *         "title": "Assistance niveau 1 et 2"
         *       },
         *       "author": {
         *         "name": "Claire Morel",
         *         "side": "donneur_ordre"
         *       },
         *       "before": {
         *         "starts_on": "2026-10-01",
         *         "title": "Assistance niveau 1"
         *       },
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "id": "0197f3b2-4e5f-7a6b-8c7d-8e9f0a1b2c11",
         *       "written_at": "2026-09-16T08:05:00.123456Z"
         *     }
         */
        CorrectionView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            before: components["schemas"]["CorrectedParts"];
            after: components["schemas"]["CorrectedParts"];
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string;
        };
        /**
         * DelegationView
         * @description What somebody does, or did, in a contract.
         * @example {
         *       "functions": [
         *         "manager",
         *         "signatory"
         *       ],
         *       "id": "0197f3a2-9a01-7c21-8f4e-5d6c7b8a9c04",
         *       "person_id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "recorded_at": "2026-09-28T15:00:00Z",
         *       "recorded_by": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "scope": "Avenants de moins de 10 000 € par an",
         *       "valid_from": "2026-10-01T00:00:00Z",
         *       "valid_to": "2027-10-01T00:00:00Z"
         *     }
         */
        DelegationView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /** Scope */
            scope: string | null;
            /** Valid From */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Recorded At */
            recorded_at: string;
            /** Recorded By */
            recorded_by: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
        };
        /**
         * Dimension
         * @description What tells the value of a ticket in a dimension: an attribute of it, as it was at its creation.
         *
         *     `handled_by` is told by the messages so far: `sous_traitant`, `donneur_ordre`, `both` or `nobody`.
         *
         *     `values`: the value to show by the text that the tools tell (so a site may be made of several groups); null: the
         *     told text itself. Of tags only those named count, and a ticket may have several of them.
         */
        Dimension: {
            /**
             * Attribute
             * @enum {string}
             */
            attribute: "channel" | "group" | "brand" | "form" | "priority" | "tag" | "handled_by";
            /** Values */
            values?: {
                [key: string]: string;
            } | null;
        };
        /**
         * Direction
         * @description Where better lies.
         * @enum {string}
         */
        Direction: "higher" | "lower";
        /**
         * Function
         * @description What a person or a machine client does for its organisation.
         * @enum {string}
         */
        Function: "platform_admin" | "administrator" | "manager" | "signatory" | "team_lead" | "reader" | "auditor" | "bi_reader";
        /**
         * Indicator
         * @description What is measured; the same codes as the figures.
         * @enum {string}
         */
        Indicator: "frt" | "frt_business" | "ttr" | "ttr_contractual" | "sla_resolution" | "sla_first_response" | "fcr_ticket" | "fcr_declared" | "fcr_observed" | "one_touch" | "csat" | "data_completeness" | "reopen_rate" | "repeat_rate" | "backlog" | "nps";
        /**
         * InvitationView
         * @description Somebody invited, with their link.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "expires_at": "2026-10-08T08:00:00Z",
         *       "functions": [
         *         "administrator"
         *       ],
         *       "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "mail": "sent",
         *       "name": "Claire Morel",
         *       "url": "https://copil.example/invitation#…"
         *     }
         */
        InvitationView: {
            /** Url */
            url: string;
            /** Expires At */
            expires_at: string;
            mail: components["schemas"]["MailState"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
        };
        /**
         * Kind
         * @description Why the work is handed over: a missing skill, a peak, a whole function.
         * @enum {string}
         */
        ContractsKind: "specialisee" | "capacite" | "externalisation";
        /**
         * Language
         * @description A language of the pages and of mail.
         * @enum {string}
         */
        Language: "fr" | "en";
        /**
         * LinkView
         * @description A link that lets one person in once, shown this once.
         * @example {
         *       "expires_at": "2026-10-08T08:00:00Z",
         *       "mail": "sent",
         *       "url": "https://copil.example/invitation#…"
         *     }
         */
        ContractsLinkView: {
            /** Url */
            url: string;
            /** Expires At */
            expires_at: string;
            mail: components["schemas"]["MailState"];
        };
        /**
         * MailState
         * @description What became of the mail with the link.
         * @enum {string}
         */
        MailState: "sent" | "failed" | "off";
        /**
         * Motive
         * @description Why the work was handed over.
         * @enum {string}
         */
        Motive: "cost" | "quality" | "expertise" | "control" | "focus" | "flexibility" | "automation";
        /**
         * NewAcceptance
         * @description What is accepted: one proposed amendment, or all that is to be accepted now.
         * @example {}
         */
        NewAcceptance: {
            /** Version Id */
            version_id?: string | null;
            /** Comment */
            comment?: string | null;
        };
        /**
         * NewClient
         * @description A machine client to add.
         * @example {
         *       "functions": [
         *         "bi_reader"
         *       ],
         *       "name": "entrepôt de données"
         *     }
         */
        NewClient: {
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
        };
        /**
         * NewCommitment
         * @description What is promised on one indicator from an instant on.
         *
         *     One that `ends` the commitment needs only the indicator, the variant and the instant; the rest is repeated for it.
         * @example {
         *       "class": "contractual",
         *       "clause": "Article 6.2: neuf demandes sur dix sont résolues en quatre heures.",
         *       "direction": "lower",
         *       "ends": false,
         *       "indicator": "ttr",
         *       "objective_id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *       "override_reason": "Exigé par le régulateur du secteur",
         *       "target": "14400",
         *       "tolerance": "1800",
         *       "unit": "s",
         *       "valid_from": "2026-10-01T00:00:00+02:00",
         *       "variant": "p90",
         *       "weight": "2"
         *     }
         */
        NewCommitment: {
            /**
             * Ends
             * @default false
             */
            ends: boolean;
            indicator: components["schemas"]["Indicator"];
            variant?: components["schemas"]["Variant"] | null;
            class?: components["schemas"]["Class"] | null;
            /** Objective Id */
            objective_id?: string | null;
            /** Target */
            target?: string | null;
            /** Tolerance */
            tolerance?: string | null;
            unit?: components["schemas"]["Unit"] | null;
            direction?: components["schemas"]["Direction"] | null;
            /** Weight */
            weight?: string | null;
            /** Clause */
            clause?: string | null;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Override Reason */
            override_reason?: string | null;
            /** Comment */
            comment?: string | null;
            checks?: components["schemas"]["Checks"] | null;
        };
        /**
         * NewContract
         * @description A contract to draft between two organisations.
         * @example {
         *       "donneur_ordre_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *       "ends_on": "2027-09-30",
         *       "kind": "externalisation",
         *       "sous_traitant_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d03",
         *       "starts_on": "2026-10-01",
         *       "title": "Assistance niveau 1",
         *       "zone": "Europe/Paris"
         *     }
         */
        NewContract: {
            /** Title */
            title: string;
            kind: components["schemas"]["ContractsKind"];
            /**
             * Donneur Ordre Id
             * Format: uuid
             */
            donneur_ordre_id: string;
            /**
             * Sous Traitant Id
             * Format: uuid
             */
            sous_traitant_id: string;
            /** Zone */
            zone: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Ends On */
            ends_on?: string | null;
        };
        /**
         * NewDelegation
         * @description What somebody is to do in a contract, in place of what they do elsewhere.
         * @example {
         *       "functions": [
         *         "manager",
         *         "signatory"
         *       ],
         *       "scope": "Avenants de moins de 10 000 € par an",
         *       "valid_from": "2026-10-01T00:00:00Z",
         *       "valid_to": "2027-10-01T00:00:00Z"
         *     }
         */
        NewDelegation: {
            /** Functions */
            functions: components["schemas"]["Function"][];
            /** Scope */
            scope?: string | null;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * NewInvitation
         * @description Somebody to invite.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "functions": [
         *         "administrator"
         *       ],
         *       "language": "fr",
         *       "name": "Claire Morel"
         *     }
         */
        NewInvitation: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /** @default fr */
            language: components["schemas"]["Language"];
        };
        /**
         * NewObjective
         * @description An objective to add; refused while one of its parts is missing.
         * @example {
         *       "baseline_value": "0.7",
         *       "change": "relative",
         *       "due_on": "2027-09-30",
         *       "metric": "csat",
         *       "motive": "quality",
         *       "owner_donneur_ordre": "Claire Morel",
         *       "owner_sous_traitant": "Karim Benali",
         *       "starts_on": "2026-10-01",
         *       "statement": "Améliorer la satisfaction des clients de 20 % en un an",
         *       "strategic_priority": "Fidéliser la clientèle",
         *       "target_value": "0.84"
         *     }
         */
        NewObjective: {
            /** Statement */
            statement: string;
            metric: components["schemas"]["Indicator"];
            /** Baseline Value */
            baseline_value: string;
            /** Target Value */
            target_value: string;
            change: components["schemas"]["Change"];
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Owner Donneur Ordre */
            owner_donneur_ordre: string;
            /** Owner Sous Traitant */
            owner_sous_traitant: string;
            motive: components["schemas"]["Motive"];
            /** Strategic Priority */
            strategic_priority?: string | null;
            /** Replaces */
            replaces?: string | null;
            /** Comment */
            comment?: string | null;
        };
        /**
         * NewOrganisation
         * @description A company to add.
         * @example {
         *       "name": "Assurances Lumen"
         *     }
         */
        NewOrganisation: {
            /** Name */
            name: string;
        };
        /**
         * NewPerson
         * @description Somebody to add.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "functions": [
         *         "manager"
         *       ],
         *       "name": "Claire Morel"
         *     }
         */
        NewPerson: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
        };
        /**
         * ObjectiveView
         * @description One objective, the same for both parties.
         * @example {
         *       "author": {
         *         "name": "Claire Morel",
         *         "side": "donneur_ordre"
         *       },
         *       "baseline_value": "0.7",
         *       "change": "relative",
         *       "comment": "Convenu en comité du 15 septembre.",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "due_on": "2027-09-30",
         *       "id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *       "metric": "csat",
         *       "motive": "quality",
         *       "owner_donneur_ordre": "Claire Morel",
         *       "owner_sous_traitant": "Karim Benali",
         *       "recorded_at": "2026-09-15T08:10:00.123456Z",
         *       "starts_on": "2026-10-01",
         *       "state": "in_force",
         *       "statement": "Améliorer la satisfaction des clients de 20 % en un an",
         *       "strategic_priority": "Fidéliser la clientèle",
         *       "target_value": "0.84",
         *       "written_at": "2026-09-15T08:10:00.123456Z"
         *     }
         */
        ObjectiveView: {
            /** Statement */
            statement: string;
            metric: components["schemas"]["Indicator"];
            /** Baseline Value */
            baseline_value: string;
            /** Target Value */
            target_value: string;
            change: components["schemas"]["Change"];
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Owner Donneur Ordre */
            owner_donneur_ordre: string;
            /** Owner Sous Traitant */
            owner_sous_traitant: string;
            motive: components["schemas"]["Motive"];
            /** Strategic Priority */
            strategic_priority?: string | null;
            /** Replaces */
            replaces?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Recorded At */
            recorded_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "in_force" | "withdrawn" | "refused";
            /** Digest */
            digest: string;
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string | null;
            /** Comment */
            comment: string | null;
        };
        /**
         * OrganisationView
         * @description A company.
         * @example {
         *       "created_at": "2026-10-01T08:00:00Z",
         *       "id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *       "name": "Assurances Lumen"
         *     }
         */
        OrganisationView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Created At */
            created_at: string;
        };
        /**
         * OwnHours
         * @description A date with hours of its own; none means closed.
         */
        OwnHours: {
            /** Date */
            date: string;
            /** Intervals */
            intervals: [
                string,
                string
            ][];
        };
        /** Page[AcceptanceView] */
        Page_AcceptanceView_: {
            /** Items */
            items: components["schemas"]["AcceptanceView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ClientView] */
        Page_ClientView_: {
            /** Items */
            items: components["schemas"]["ClientView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ClosingView] */
        Page_ClosingView_: {
            /** Items */
            items: components["schemas"]["ClosingView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[CommitmentView] */
        Page_CommitmentView_: {
            /** Items */
            items: components["schemas"]["CommitmentView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ContractView] */
        Page_ContractView_: {
            /** Items */
            items: components["schemas"]["ContractView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[CorrectionView] */
        Page_CorrectionView_: {
            /** Items */
            items: components["schemas"]["CorrectionView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[DelegationView] */
        Page_DelegationView_: {
            /** Items */
            items: components["schemas"]["DelegationView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ObjectiveView] */
        Page_ObjectiveView_: {
            /** Items */
            items: components["schemas"]["ObjectiveView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[OrganisationView] */
        Page_OrganisationView_: {
            /** Items */
            items: components["schemas"]["OrganisationView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[PersonView] */
        Page_PersonView_: {
            /** Items */
            items: components["schemas"]["PersonView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[VersionView] */
        Page_VersionView_: {
            /** Items */
            items: components["schemas"]["VersionView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Parameters
         * @description The parameters of a contract from an instant on.
         * @example {
         *       "clocks": {
         *         "first_response_stops": [],
         *         "hold": "third_party",
         *         "hold_reasons": {
         *           "attente siège": "donneur_ordre"
         *         },
         *         "pending": "customer",
         *         "resolution_stops": [
         *           "customer",
         *           "donneur_ordre"
         *         ],
         *         "time_leaves_out": []
         *       },
         *       "dimensions": {
         *         "channel": {
         *           "attribute": "channel"
         *         },
         *         "site": {
         *           "attribute": "group",
         *           "values": {
         *             "Lyon N1": "Lyon",
         *             "Lyon N2": "Lyon",
         *             "Tunis N1": "Tunis"
         *           }
         *         }
         *       },
         *       "late_grace_hours": 72,
         *       "minimum_data_completeness": "0.98",
         *       "minimum_sample_size": 10,
         *       "minimum_time_heard": "0.95",
         *       "reopen_window_hours": 168,
         *       "repeat_contacts": {
         *         "across_sources": false,
         *         "days": 7,
         *         "reason": "form",
         *         "sessions": {
         *           "channels": [
         *             "chat",
         *             "whatsapp"
         *           ],
         *           "silence_minutes": 1440
         *         }
         *       },
         *       "schedules": {
         *         "office": {
         *           "days": [
         *             0,
         *             1,
         *             2,
         *             3,
         *             4
         *           ],
         *           "holidays": [
         *             "2026-12-25",
         *             {
         *               "date": "2026-12-24",
         *               "intervals": [
         *                 [
         *                   "09:00",
         *                   "13:00"
         *                 ]
         *               ]
         *             }
         *           ],
         *           "intervals": [
         *             [
         *               "09:00",
         *               "18:00"
         *             ]
         *           ],
         *           "tz": "Europe/Paris"
         *         }
         *       },
         *       "sla": {
         *         "first_response_target_seconds": 3600,
         *         "priorities": [
         *           {
         *             "first_response_target_seconds": 900,
         *             "names": [
         *               "urgent"
         *             ],
         *             "resolution_target_seconds": 14400
         *           }
         *         ],
         *         "resolution_target_seconds": 28800,
         *         "schedule": "office"
         *       },
         *       "valid_from": "2026-10-01T00:00:00+02:00"
         *     }
         */
        Parameters: {
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Schedules */
            schedules: {
                [key: string]: components["schemas"]["Schedule"];
            };
            /**
             * Reopen Window Hours
             * @default 168
             */
            reopen_window_hours: number;
            sla?: components["schemas"]["Sla"] | null;
            /**
             * Late Grace Hours
             * @default 72
             */
            late_grace_hours: number;
            /**
             * Minimum Sample Size
             * @default 10
             */
            minimum_sample_size: number;
            /** Minimum Data Completeness */
            minimum_data_completeness?: string | null;
            /** Minimum Time Heard */
            minimum_time_heard?: string | null;
            repeat_contacts?: components["schemas"]["RepeatContacts"] | null;
            clocks?: components["schemas"]["Clocks"] | null;
            /** Dimensions */
            dimensions?: {
                [key: string]: components["schemas"]["Dimension"];
            } | null;
            /** Comment */
            comment?: string | null;
        };
        /**
         * PersonChange
         * @description What becomes of somebody; what is left out stays.
         * @example {
         *       "functions": [
         *         "manager",
         *         "signatory"
         *       ]
         *     }
         */
        PersonChange: {
            /** Name */
            name?: string | null;
            /** Functions */
            functions?: components["schemas"]["Function"][] | null;
            /** Only Contracts */
            only_contracts?: boolean | null;
        };
        /**
         * PersonCredentials
         * @description Somebody new with the drawn password, shown this once.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "functions": [
         *         "manager"
         *       ],
         *       "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "name": "Claire Morel",
         *       "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
         *       "password": "drawn by the gateway, shown once"
         *     }
         */
        PersonCredentials: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Password */
            password: string;
        };
        /**
         * PersonView
         * @description Somebody who acts, or acted, for an organisation.
         * @example {
         *       "created_at": "2026-10-01T08:00:00Z",
         *       "email": "claire.morel@maison-verlaine.example",
         *       "functions": [
         *         "manager"
         *       ],
         *       "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "invited_until": "2026-10-08T08:00:00Z",
         *       "joined_at": "2026-10-01T08:12:00Z",
         *       "name": "Claire Morel",
         *       "only_contracts": false,
         *       "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01"
         *     }
         */
        PersonView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Functions */
            functions: components["schemas"]["Function"][];
            /** Only Contracts */
            only_contracts: boolean;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Created At */
            created_at: string;
            /** Joined At */
            joined_at: string | null;
            /** Invited Until */
            invited_until: string | null;
            /** Deactivated At */
            deactivated_at: string | null;
        };
        /**
         * PriorityDelays
         * @description What is promised to tickets of some priorities, whole, in the place of the general delays.
         */
        PriorityDelays: {
            /** Schedule */
            schedule?: string | null;
            /** First Response Target Seconds */
            first_response_target_seconds?: number | null;
            /** Resolution Target Seconds */
            resolution_target_seconds?: number | null;
            /** Resolution Schedule */
            resolution_schedule?: string | null;
            /** Names */
            names: string[];
        };
        /**
         * ProfileChange
         * @description What somebody chooses; what is left out stays, null leaves it to the device.
         * @example {
         *       "language": "fr",
         *       "name": "Claire Morel",
         *       "theme": "dark",
         *       "zone": "Europe/Paris"
         *     }
         */
        ProfileChange: {
            /** Name */
            name?: string | null;
            language?: components["schemas"]["Language"] | null;
            /** Zone */
            zone?: string | null;
            theme?: components["schemas"]["Theme"] | null;
        };
        /**
         * ProfileView
         * @description What somebody said of themselves.
         * @example {
         *       "email": "claire.morel@maison-verlaine.example",
         *       "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "language": "fr",
         *       "name": "Claire Morel",
         *       "theme": "dark",
         *       "zone": "Europe/Paris"
         *     }
         */
        ProfileView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            language: components["schemas"]["Language"] | null;
            /** Zone */
            zone: string | null;
            theme: components["schemas"]["Theme"] | null;
        };
        /**
         * PublicHoliday
         * @description One day off.
         */
        PublicHoliday: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Name */
            name: string;
        };
        /**
         * PublicHolidays
         * @description The public holidays of a span of years.
         * @example {
         *       "country": "FR",
         *       "items": [
         *         {
         *           "date": "2026-07-14",
         *           "name": "Fête nationale"
         *         }
         *       ]
         *     }
         */
        PublicHolidays: {
            /** Country */
            country: string;
            /** Items */
            items: components["schemas"]["PublicHoliday"][];
        };
        /**
         * Refusal
         * @description Why an amendment is refused: the other side reads it.
         * @example {
         *       "comment": "Notre équipe du samedi n'est complète qu'en mars."
         *     }
         */
        Refusal: {
            /** Comment */
            comment: string;
        };
        /**
         * RepeatContacts
         * @description When a contact repeats another of the same customer: for `fcr_observed` and `repeat_rate`.
         *
         *     `days`: N, of 24 hours each. `channels`: the only ones that count, as the tools write them; null: all of them.
         *     `reason`: what tells why the customer came, the form or the group of the ticket at its creation; it must be the same
         *     where both tickets tell one (`none`: it need not be). `across_sources`: whether one name of a customer means one
         *     person in all sources of the contract, or in each source for itself. `sessions`: where one ticket may be several
         *     contacts; null: nowhere.
         */
        RepeatContacts: {
            /**
             * Days
             * @default 7
             */
            days: number;
            /** Channels */
            channels?: string[] | null;
            /**
             * Reason
             * @default form
             * @enum {string}
             */
            reason: "form" | "group" | "none";
            /**
             * Across Sources
             * @default false
             */
            across_sources: boolean;
            sessions?: components["schemas"]["Sessions"] | null;
        };
        /**
         * Schedule
         * @description Opening hours in the local time of a zone. Days: 0 is Monday. An end at or before its start passes midnight.
         */
        Schedule: {
            /** Tz */
            tz: string;
            /** Days */
            days: number[];
            /** Intervals */
            intervals: [
                string,
                string
            ][];
            /** Holidays */
            holidays?: (string | components["schemas"]["OwnHours"])[];
        };
        /**
         * Sessions
         * @description Where one ticket may be several contacts: on these channels, a message of the customer that comes more than so
         *     many minutes after the last public message of anybody begins the next one.
         */
        Sessions: {
            /** Channels */
            channels: string[];
            /** Silence Minutes */
            silence_minutes: number;
        };
        /**
         * Side
         * @description Where a party stands.
         * @enum {string}
         */
        Side: "donneur_ordre" | "sous_traitant";
        /**
         * SignatoryList
         * @description Signatories of both sides, by side and name.
         */
        SignatoryList: {
            /** Items */
            items: components["schemas"]["SignatoryView"][];
        };
        /**
         * SignatoryView
         * @description Somebody who may sign a contract and its amendments for one side: now, or from an instant to come.
         * @example {
         *       "name": "Claire Morel",
         *       "person_id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
         *       "scope": "Avenants de moins de 10 000 € par an",
         *       "side": "donneur_ordre",
         *       "valid_from": "2026-10-01T00:00:00Z",
         *       "valid_to": "2027-10-01T00:00:00Z"
         *     }
         */
        SignatoryView: {
            side: components["schemas"]["Side"];
            /** Person Id */
            person_id: string | null;
            /** Name */
            name: string;
            /** Scope */
            scope: string | null;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * Sla
         * @description The general delays, and those of priorities that have their own: the priority at the creation decides.
         */
        Sla: {
            /** Schedule */
            schedule?: string | null;
            /** First Response Target Seconds */
            first_response_target_seconds?: number | null;
            /** Resolution Target Seconds */
            resolution_target_seconds?: number | null;
            /** Resolution Schedule */
            resolution_schedule?: string | null;
            /** Priorities */
            priorities?: components["schemas"]["PriorityDelays"][];
        };
        /**
         * State
         * @description A contract is a draft until both have accepted it or it is given up, and ended once its last day has passed.
         * @enum {string}
         */
        State: "draft" | "abandoned" | "active" | "ended";
        /**
         * Theme
         * @description Light or dark pages.
         * @enum {string}
         */
        Theme: "light" | "dark";
        /**
         * Unit
         * @description What the amounts of an indicator are counted in.
         * @enum {string}
         */
        Unit: "ratio" | "points" | "s" | "count";
        /**
         * Variant
         * @description Which statistic of a duration.
         * @enum {string}
         */
        Variant: "median" | "p90" | "mean";
        /**
         * VersionView
         * @description One version of the parameters.
         * @example {
         *       "author": {
         *         "name": "Claire Morel",
         *         "side": "donneur_ordre"
         *       },
         *       "clocks": {
         *         "first_response_stops": [],
         *         "hold": "third_party",
         *         "hold_reasons": {
         *           "attente siège": "donneur_ordre"
         *         },
         *         "pending": "customer",
         *         "resolution_stops": [
         *           "customer",
         *           "donneur_ordre"
         *         ],
         *         "time_leaves_out": []
         *       },
         *       "comment": "Convenu en comité du 15 septembre.",
         *       "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
         *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "dimensions": {
         *         "channel": {
         *           "attribute": "channel"
         *         },
         *         "site": {
         *           "attribute": "group",
         *           "values": {
         *             "Lyon N1": "Lyon",
         *             "Lyon N2": "Lyon",
         *             "Tunis N1": "Tunis"
         *           }
         *         }
         *       },
         *       "id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05",
         *       "late_grace_hours": 72,
         *       "minimum_data_completeness": "0.98",
         *       "minimum_sample_size": 10,
         *       "minimum_time_heard": "0.95",
         *       "recorded_at": "2026-09-15T08:05:00.123456Z",
         *       "reopen_window_hours": 168,
         *       "repeat_contacts": {
         *         "across_sources": false,
         *         "days": 7,
         *         "reason": "form",
         *         "sessions": {
         *           "channels": [
         *             "chat",
         *             "whatsapp"
         *           ],
         *           "silence_minutes": 1440
         *         }
         *       },
         *       "schedules": {
         *         "office": {
         *           "days": [
         *             0,
         *             1,
         *             2,
         *             3,
         *             4
         *           ],
         *           "holidays": [
         *             "2026-12-25",
         *             {
         *               "date": "2026-12-24",
         *               "intervals": [
         *                 [
         *                   "09:00",
         *                   "13:00"
         *                 ]
         *               ]
         *             }
         *           ],
         *           "intervals": [
         *             [
         *               "09:00",
         *               "18:00"
         *             ]
         *           ],
         *           "tz": "Europe/Paris"
         *         }
         *       },
         *       "sla": {
         *         "first_response_target_seconds": 3600,
         *         "priorities": [
         *           {
         *             "first_response_target_seconds": 900,
         *             "names": [
         *               "urgent"
         *             ],
         *             "resolution_target_seconds": 14400
         *           }
         *         ],
         *         "resolution_target_seconds": 28800,
         *         "schedule": "office"
         *       },
         *       "state": "in_force",
         *       "valid_from": "2026-09-30T22:00:00Z",
         *       "written_at": "2026-09-15T08:05:00.123456Z"
         *     }
         */
        VersionView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Valid From */
            valid_from: string;
            /** Recorded At */
            recorded_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "in_force" | "withdrawn" | "refused";
            /** Digest */
            digest: string;
            author: components["schemas"]["ContractsAuthor"];
            /** Written At */
            written_at: string | null;
            /** Comment */
            comment: string | null;
            /** Schedules */
            schedules: {
                [key: string]: components["schemas"]["Schedule"];
            };
            /** Reopen Window Hours */
            reopen_window_hours: number;
            sla: components["schemas"]["Sla"] | null;
            /**
             * Late Grace Hours
             * @default 72
             */
            late_grace_hours: number;
            /**
             * Minimum Sample Size
             * @default 10
             */
            minimum_sample_size: number;
            /** Minimum Data Completeness */
            minimum_data_completeness?: string | null;
            /** Minimum Time Heard */
            minimum_time_heard?: string | null;
            repeat_contacts?: components["schemas"]["RepeatContacts"] | null;
            clocks?: components["schemas"]["Clocks"] | null;
            /** Dimensions */
            dimensions?: {
                [key: string]: components["schemas"]["Dimension"];
            } | null;
        };
        /**
         * Withdrawal
         * @description Why a proposal is taken back, if anything is said of it.
         * @example {}
         */
        Withdrawal: {
            /** Comment */
            comment?: string | null;
        };
        /**
         * AdjustmentLineOut
         * @description A version of a figure of a period that was over, telling something else than the version before it.
         * @example {
         *       "after": {
         *         "denominator": 2001,
         *         "numerator": 1438,
         *         "published_at": "2026-11-05T08:00:12.104217Z",
         *         "target": "0.7200",
         *         "value": "0.7186",
         *         "verdict": "met_within_tolerance",
         *         "version": 4
         *       },
         *       "before": {
         *         "denominator": 2000,
         *         "numerator": 1438,
         *         "published_at": "2026-11-04T10:15:00.482913Z",
         *         "target": "0.7200",
         *         "value": "0.7190",
         *         "verdict": "met_within_tolerance",
         *         "version": 3
         *       },
         *       "differences": [
         *         "value",
         *         "denominator",
         *         "sample_size"
         *       ],
         *       "figure_id": "AZnDoH0ufBGai1sfDTwuSmZjcl90aWNrZXQuLjIwMjYtMTA",
         *       "indicator": "fcr_ticket",
         *       "period": "2026-10",
         *       "unit": "ratio"
         *     }
         */
        AdjustmentLineOut: {
            /** Figure Id */
            figure_id: string;
            /** Indicator */
            indicator: string;
            /** Variant */
            variant: ("median" | "p90" | "mean") | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /** Period */
            period: string;
            before: components["schemas"]["VersionValueOut"];
            after: components["schemas"]["VersionValueOut"];
            /**
             * Differences
             * @description The parts of the figure that differ.
             */
            differences: string[];
        };
        /**
         * AdjustmentOut
         * @description What lies between a version and the one before it; read again, it is the same.
         * @example {
         *       "adds_up": true,
         *       "after": {
         *         "denominator": 2001,
         *         "numerator": 1438,
         *         "published_at": "2026-11-05T08:00:12.104217Z",
         *         "target": "0.7200",
         *         "value": "0.7186",
         *         "verdict": "met_within_tolerance",
         *         "version": 4
         *       },
         *       "agreed": [],
         *       "before": {
         *         "denominator": 2000,
         *         "numerator": 1438,
         *         "published_at": "2026-11-04T10:15:00.482913Z",
         *         "target": "0.7200",
         *         "value": "0.7190",
         *         "verdict": "met_within_tolerance",
         *         "version": 3
         *       },
         *       "causes": [
         *         {
         *           "cause": "events",
         *           "tickets": 1
         *         }
         *       ],
         *       "differences": [
         *         "value",
         *         "denominator",
         *         "sample_size"
         *       ],
         *       "figure_id": "AZnDoH0ufBGai1sfDTwuSmZjcl90aWNrZXQuLjIwMjYtMTA",
         *       "indicator": "fcr_ticket",
         *       "period": "2026-10",
         *       "tickets": {
         *         "items": [
         *           {
         *             "after": {
         *               "counted": "in",
         *               "in_numerator": false
         *             },
         *             "cause": "events",
         *             "events": [
         *               {
         *                 "delivery_id": "0197f3c0-9a8b-7c6d-8e5f-4a3b2c1d0e09",
         *                 "effective_at": "2026-10-31T16:41:53Z",
         *                 "kind": "status_changed",
         *                 "origin": "live",
         *                 "received_at": "2026-11-05T07:59:58.101Z",
         *                 "recorded_at": "2026-11-05T07:59:58.113402Z"
         *               }
         *             ],
         *             "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
         *             "ticket_id": "48120"
         *           }
         *         ]
         *       },
         *       "unit": "ratio"
         *     }
         */
        AdjustmentOut: {
            /** Figure Id */
            figure_id: string;
            /** Indicator */
            indicator: string;
            /** Variant */
            variant: ("median" | "p90" | "mean") | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /** Period */
            period: string;
            before: components["schemas"]["VersionValueOut"];
            after: components["schemas"]["VersionValueOut"];
            /** Differences */
            differences: string[];
            /** Causes */
            causes: components["schemas"]["CauseOut"][];
            /** Agreed */
            agreed: components["schemas"]["AgreedOut"][];
            /**
             * Adds Up
             * @description Whether these tickets are exactly the difference of the two counts; compared, never assumed.
             */
            adds_up: boolean;
            tickets: components["schemas"]["MovedTicketsOut"];
        };
        /**
         * AgreedOut
         * @description A version of what is agreed, recorded between the two; or what was learnt or said then of a silence.
         */
        AgreedOut: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "terms" | "commitment" | "scope" | "silence";
            /**
             * Valid From
             * @description Of a silence: when it began.
             */
            valid_from: string;
            /** Recorded At */
            recorded_at: string;
        };
        /**
         * AnnotationOut
         * @description An annotation, the same for both parties.
         * @example {
         *       "author": {
         *         "name": "Claire Morel",
         *         "organisation_id": "0199c3a0-22bb-7c11-9a8b-5b1f0d3c2e4c",
         *         "side": "donneur_ordre",
         *         "subject": "0199c3a0-11aa-7c11-9a8b-5b1f0d3c2e4b"
         *       },
         *       "created_at": "2026-10-15T08:12:00.123456Z",
         *       "ends_on": "2026-10-14",
         *       "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "indicator": "fcr_ticket",
         *       "kind": "cause",
         *       "starts_on": "2026-10-12",
         *       "text": "Panne du transporteur: trois fois plus de relances."
         *     }
         */
        AnnotationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Indicator */
            indicator: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Ends On */
            ends_on: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "cause" | "event" | "data" | "remark";
            /** Text */
            text: string;
            author: components["schemas"]["KpiAuthor"];
            /** Created At */
            created_at: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * Author
         * @description Who wrote it, as known when it was written.
         */
        KpiAuthor: {
            /** Subject */
            subject: string;
            /** Name */
            name: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Side
             * @enum {string}
             */
            side: "donneur_ordre" | "sous_traitant";
        };
        /**
         * BoardOut
         * @description The day counted by ticket.
         */
        BoardOut: {
            /**
             * Half Hours
             * @description All of the day: 46 or 50 on the days on which clocks change.
             */
            half_hours: components["schemas"]["HalfHourOut"][];
            open: components["schemas"]["OpenOut"];
            overdue: components["schemas"]["OverdueOut"];
            due: components["schemas"]["DueList"];
        };
        /**
         * CalendarOut
         * @description The period on the clock, and the schedule that the indicator counts in, if it does.
         */
        CalendarOut: {
            /** Zone */
            zone: string;
            /** From */
            from: string;
            /** To */
            to: string;
            /** Schedule */
            schedule: string | null;
            /**
             * Working Seconds
             * @description Of the schedule within the period.
             */
            working_seconds: number | null;
            /** Holidays */
            holidays: string[];
        };
        /**
         * CatalogOut
         * @description The tables that this caller can read.
         */
        CatalogOut: {
            /** Sets */
            sets: components["schemas"]["SetOut"][];
        };
        /**
         * CauseOut
         * @description How many tickets moved for one cause.
         */
        CauseOut: {
            /**
             * Cause
             * @enum {string}
             */
            cause: "events" | "undone" | "neighbour" | "terms" | "time";
            /** Tickets */
            tickets: number;
        };
        /**
         * ClocksOut
         * @description Whose time it is while a ticket waits, and whose time each promise does not count.
         */
        ClocksOut: {
            /**
             * Pending
             * @enum {string}
             */
            pending: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            /**
             * Hold
             * @enum {string}
             */
            hold: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            /** Hold Reasons */
            hold_reasons: {
                [key: string]: "sous_traitant" | "donneur_ordre" | "customer" | "third_party";
            };
            /** First Response Stops */
            first_response_stops: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
            /** Resolution Stops */
            resolution_stops: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
            /**
             * Time Leaves Out
             * @description Of `ttr_contractual`.
             */
            time_leaves_out: ("sous_traitant" | "donneur_ordre" | "customer" | "third_party")[];
        };
        /**
         * ColumnOut
         * @description One column of a table.
         */
        ColumnOut: {
            /** Name */
            name: string;
            /**
             * Type
             * @enum {string}
             */
            type: "string" | "integer" | "decimal" | "boolean" | "date" | "datetime";
            /** Nullable */
            nullable: boolean;
            label: components["schemas"]["Words"];
        };
        /**
         * CommitmentOut
         * @description The version of the commitment that judged.
         */
        CommitmentOut: {
            /** Id */
            id: string;
            /** Clause */
            clause: string;
            /** Target */
            target: string;
            /** Tolerance */
            tolerance: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "higher" | "lower";
            /**
             * Class
             * @enum {string}
             */
            class: "contractual" | "observed";
            /** Weight */
            weight: string | null;
            objective: components["schemas"]["ObjectiveOut"] | null;
            /** Valid From */
            valid_from: string;
            /** Recorded At */
            recorded_at: string;
        };
        /**
         * ComparisonInterval
         * @description Where a value lies, in its unit. `of`: a sample's true value, or how far full counts move from month to month.
         */
        ComparisonInterval: {
            /** Low */
            low: string;
            /** High */
            high: string;
            /**
             * Level
             * @default 0.95
             * @constant
             */
            level: "0.95";
            /**
             * Of
             * @enum {string}
             */
            of: "sample" | "noise";
        };
        /**
         * ComparisonItem
         * @description One value of the dimension beside the rest.
         */
        ComparisonItem: {
            /**
             * Figure Id
             * @description Of the figure of this value: its explanation names the tickets.
             */
            figure_id: string;
            /** Dimensions */
            dimensions: {
                [key: string]: string;
            };
            /** Value */
            value: string | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** Sample Size */
            sample_size: number;
            /** Provisional */
            provisional: boolean;
            /** @description Null for a mean, a stock, and where there is too little. */
            interval: components["schemas"]["ComparisonInterval"] | null;
            own: components["schemas"]["Part"] | null;
            rest: components["schemas"]["Part"] | null;
            difference: components["schemas"]["DifferenceOut"] | null;
            test: components["schemas"]["TestOut"] | null;
            /**
             * Reading
             * @description `too_few`: it or the rest is below the agreed sample size; `not_compared`: nothing beside it, or the indicator has no test (a mean, a stock).
             * @enum {string}
             */
            reading: "better" | "worse" | "not_distinguishable" | "too_few" | "not_compared";
        };
        /**
         * ComparisonOut
         * @description The values of a dimension, worst first, those without a value last.
         * @example {
         *       "compared": "value",
         *       "data_as_of": "2026-10-31T17:42:03.120417Z",
         *       "dimension": "site",
         *       "direction": "higher",
         *       "indicator": "fcr_ticket",
         *       "items": [
         *         {
         *           "denominator": 800,
         *           "difference": {
         *             "high": "-0.0329",
         *             "level": "0.95",
         *             "low": "-0.1142",
         *             "value": "-0.0733"
         *           },
         *           "dimensions": {
         *             "site": "Lyon"
         *           },
         *           "figure_id": "AZfzsBorfD2OT1prfI2eBGZjcl90aWNrZXQuLjIwMjYtMTAuc2l0ZS5MeW9u",
         *           "interval": {
         *             "high": "0.7065",
         *             "level": "0.95",
         *             "low": "0.6418",
         *             "of": "noise"
         *           },
         *           "numerator": 540,
         *           "own": {
         *             "denominator": 800,
         *             "numerator": 540,
         *             "value": "0.6750"
         *           },
         *           "provisional": false,
         *           "reading": "worse",
         *           "rest": {
         *             "denominator": 1200,
         *             "numerator": 898,
         *             "value": "0.7483"
         *           },
         *           "sample_size": 800,
         *           "test": {
         *             "method": "pooled_z",
         *             "p_adjusted": "0.000704",
         *             "p_value": "0.000352"
         *           },
         *           "value": "0.6750"
         *         }
         *       ],
         *       "minimum_sample_size": 10,
         *       "period": "2026-10",
         *       "unit": "ratio",
         *       "values_left_out": 0,
         *       "whole": {
         *         "denominator": 2000,
         *         "numerator": 1438,
         *         "value": "0.7190"
         *       }
         *     }
         */
        ComparisonOut: {
            /** Indicator */
            indicator: string;
            /** Variant */
            variant: ("median" | "p90" | "mean") | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /**
             * Direction
             * @enum {string}
             */
            direction: "higher" | "lower";
            /** Period */
            period: string;
            /**
             * Dimension
             * @enum {string}
             */
            dimension: "channel" | "site" | "country" | "queue" | "lot" | "reason" | "priority" | "tag" | "handled";
            /** Data As Of */
            data_as_of: string | null;
            /**
             * Compared
             * @description Of a median or P90: the share of tickets that took no longer than that of the whole contract.
             */
            compared: ("value" | "share_within_limit") | null;
            /** Limit Seconds */
            limit_seconds: number | null;
            /** Minimum Sample Size */
            minimum_sample_size: number;
            /**
             * Values Left Out
             * @description Beyond the 200 values with most tickets or answers.
             */
            values_left_out: number;
            whole: components["schemas"]["Part"];
            /** Items */
            items: components["schemas"]["ComparisonItem"][];
        };
        /**
         * ConditionIn
         * @description The ticket has (`includes`) or has not (`excludes`) any of the values, compared as the tool writes them.
         */
        ConditionIn: {
            /**
             * Attribute
             * @enum {string}
             */
            attribute: "brand" | "form" | "group" | "channel" | "tag";
            /**
             * Operator
             * @enum {string}
             */
            operator: "includes" | "excludes";
            /** Values */
            values: string[];
        };
        /**
         * ConditionOut
         * @description One condition.
         */
        ConditionOut: {
            /**
             * Attribute
             * @enum {string}
             */
            attribute: "brand" | "form" | "group" | "channel" | "tag";
            /**
             * Operator
             * @enum {string}
             */
            operator: "includes" | "excludes";
            /** Values */
            values: string[];
        };
        /**
         * ContactOut
         * @description Another contact of the same customer.
         */
        ContactOut: {
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /**
             * Created At
             * @description When it began: of a later session with its first message.
             */
            created_at: string;
        };
        /**
         * Counted
         * @description What would be added to one indicator on one day of the contract.
         */
        Counted: {
            /** Indicator */
            indicator: string;
            /**
             * Day
             * @description A day of the contract's zone.
             */
            day: string;
            /** Denominator */
            denominator: number;
            /** Numerator */
            numerator: number;
            /**
             * Total S
             * @description Seconds, of durations.
             */
            total_s: number;
        };
        /**
         * CountedOut
         * @description How a version counted the ticket.
         */
        CountedOut: {
            /**
             * Counted
             * @enum {string}
             */
            counted: "in" | "out";
            /** Reason */
            reason: string | null;
            /** In Numerator */
            in_numerator: boolean | null;
            /** Value S */
            value_s: number | null;
            /** Answer */
            answer: string | null;
            /** @description Of a ticket that is several contacts; left out of every other. */
            sessions?: components["schemas"]["SessionsCounted"] | null;
        };
        /**
         * CountedTicket
         * @description One ticket of the population.
         */
        CountedTicket: {
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /**
             * Counted
             * @enum {string}
             */
            counted: "in" | "out";
            /**
             * Reason
             * @description Why it is out.
             */
            reason: string | null;
            /**
             * In Numerator
             * @description Null where the indicator has no such split.
             */
            in_numerator: boolean | null;
            /**
             * Value S
             * @description Of durations.
             */
            value_s: number | null;
            /**
             * Answer
             * @description Of surveys.
             */
            answer: ("promoter" | "passive" | "detractor" | "satisfied" | "dissatisfied") | null;
            /** Pending */
            pending: boolean;
            /** Reference At */
            reference_at: string | null;
            /** @description Of `fcr_observed` and `repeat_rate`: the nearest contact before it that it repeats. */
            repeats: components["schemas"]["ContactOut"] | null;
            /** @description Of the same: the nearest contact after it within N days, which makes a first contact fail. */
            repeated_by: components["schemas"]["ContactOut"] | null;
            /**
             * Priority
             * @description At its creation; it chooses the promised delays.
             */
            priority: string | null;
            times: components["schemas"]["TimesOut"] | null;
            /**
             * Handled By
             * @description Whose agents wrote its public messages so far; null without one.
             */
            handled_by: ("sous_traitant" | "donneur_ordre" | "both") | null;
            /** Events */
            events: components["schemas"]["EventOut"][];
            /**
             * Sessions
             * @description Of `fcr_observed` and `repeat_rate`, of a ticket that is several contacts: those that began in the period, each of which counts by itself. What the ticket says is then true of one of them, the first that counts. Left out of every other.
             */
            sessions?: components["schemas"]["SessionOut"][] | null;
        };
        /**
         * CountedTickets
         * @description A page of the population, by ticket id.
         */
        CountedTickets: {
            /** Items */
            items: components["schemas"]["CountedTicket"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Counts
         * @description The population of the figure, split: `in.denominator` and all `out` add up to `recomputed.tickets_read`.
         *
         *     The population: tickets created in the period (or first heard of in it, while their creation is missing), and those
         *     that count in it, or a session of which began in it, though created before. Where tickets are several contacts each
         *     it is `in.tickets` that adds up with `out`: those of which no contact counts.
         */
        Counts: {
            in: components["schemas"]["CountsIn"];
            /** Out */
            out: components["schemas"]["CountsOut"][];
        };
        /**
         * CountsIn
         * @description Tickets that count.
         */
        CountsIn: {
            /** Numerator */
            numerator: number;
            /** Denominator */
            denominator: number;
            /** Pending */
            pending: number;
            /**
             * Tickets
             * @description Told where tickets are several contacts each: they count more often than they are.
             */
            tickets?: number | null;
        };
        /**
         * CountsOut
         * @description Tickets that do not count, for one reason.
         */
        CountsOut: {
            /** Reason */
            reason: string;
            /** Tickets */
            tickets: number;
        };
        /**
         * CoverageOut
         * @description How much of a period was heard; the same for both parties.
         * @example {
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "coverage": "0.9893",
         *       "expected": 2150,
         *       "from": "2026-09-30T22:00:00Z",
         *       "missing": 23,
         *       "period": "2026-10",
         *       "sources": [],
         *       "until": "2026-10-31T23:00:00Z"
         *     }
         */
        CoverageOut: {
            /** Contract Id */
            contract_id: string;
            /** Period */
            period: string;
            /** From */
            from: string;
            /**
             * Until
             * @description The end of the period, or the last whole hour by then.
             */
            until: string;
            /**
             * Coverage
             * @description Of all sources together; null while no rhythm is known.
             */
            coverage: string | null;
            /** Expected */
            expected: number;
            /** Missing */
            missing: number;
            /** Sources */
            sources: components["schemas"]["SourceCoverage"][];
        };
        /**
         * DeliveryCounts
         * @description Deliveries by their fate, since the source was connected.
         */
        DeliveryCounts: {
            /** Accepted */
            accepted: number;
            /** Duplicate */
            duplicate: number;
            /** Malformed */
            malformed: number;
            /** Rejected Signature */
            rejected_signature: number;
            /** Rejected Stale */
            rejected_stale: number;
            /**
             * Unverified
             * @description Came while the secret was not known; each is counted again as what it became.
             */
            unverified: number;
            /**
             * Conflicts
             * @description Of these: the same key came with another body.
             */
            conflicts: number;
        };
        /**
         * DeliveryOut
         * @description One delivery and its fate.
         */
        DeliveryOut: {
            /** Receipt Id */
            receipt_id: string;
            /**
             * Received At
             * @description When the source's request arrived (as told, for a replay).
             */
            received_at: string;
            /**
             * Recorded At
             * @description When it became durable here; never supplied.
             */
            recorded_at: string;
            /**
             * Origin
             * @description `live`, `replay`, `held`: it waited for the secret of its source, or `import`: of a ticket export.
             */
            origin: string;
            /** Verdict */
            verdict: string;
            /**
             * Conflict
             * @description The same key came before with another body: kept, without effect.
             */
            conflict: boolean;
            /** Reason */
            reason: string | null;
            /** Event Type */
            event_type: string | null;
            /** Ticket Id */
            ticket_id: string | null;
            /**
             * First Receipt Id
             * @description Of a duplicate: the delivery that holds the key.
             */
            first_receipt_id: string | null;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * Events
             * @description Neutral events it added.
             */
            events: number;
            /**
             * Skewed
             * @description The source's clock was ahead by more than 120 s: time of reception used (D3).
             */
            skewed: boolean;
            /**
             * Secret Slot
             * @description Which live secret signed it: 0 the newest, 1 the one before.
             */
            secret_slot: number | null;
            /**
             * Verified At
             * @description Of an unverified one: when the secret was known and it was read.
             */
            verified_at: string | null;
            /**
             * Verified Verdict
             * @description Its fate then; `expired`: no secret came in 30 days.
             */
            verified_verdict: string | null;
            /**
             * Verified Receipt Id
             * @description The delivery that it became.
             */
            verified_receipt_id: string | null;
        };
        /**
         * DifferenceOut
         * @description The value less the rest of the contract: a ratio, or points of a score.
         */
        DifferenceOut: {
            /** Value */
            value: string;
            /** Low */
            low: string;
            /** High */
            high: string;
            /**
             * Level
             * @default 0.95
             * @constant
             */
            level: "0.95";
        };
        /**
         * DimensionOut
         * @description What tells the value of a ticket in a dimension; `values`: shown value by told text, null: the told text.
         */
        DimensionOut: {
            /**
             * Attribute
             * @enum {string}
             */
            attribute: "channel" | "group" | "brand" | "form" | "priority" | "tag" | "handled_by";
            /** Values */
            values: {
                [key: string]: string;
            } | null;
        };
        /**
         * DueList
         * @description A page of them, soonest first.
         */
        DueList: {
            /** Items */
            items: components["schemas"]["DueOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * DueOut
         * @description A promise of an open ticket that breaks today unless something happens before.
         */
        DueOut: {
            /**
             * At
             * @description One second after the promised delay is used up, if the clock runs on.
             */
            at: string;
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /**
             * Promise
             * @enum {string}
             */
            promise: "first_response" | "resolution";
            /** Priority */
            priority: string | null;
        };
        /**
         * EventOut
         * @description A stored event of a ticket, in the order that counts; never free text nor contact data.
         */
        EventOut: {
            /** Kind */
            kind: string;
            /** Effective At */
            effective_at: string;
            /** Received At */
            received_at: string;
            /** Recorded At */
            recorded_at: string;
            /** Delivery Id */
            delivery_id: string;
            /**
             * Origin
             * @description `live`, `replay`, `held`, `import`: told by a ticket export, or `feedback`: an answer that feedback received, `delivery_id` being its id.
             */
            origin: string;
        };
        /**
         * ExportColumn
         * @description A column of the file, and what it is read as.
         */
        ExportColumn: {
            /**
             * Position
             * @description The first is 1.
             */
            position: number;
            /** Name */
            name: string;
            /** Field */
            field: ("ticket_id" | "created_at" | "status" | "first_response_at" | "first_response_minutes" | "first_solved_at" | "solved_at" | "closed_at" | "reopened_at" | "updated_at" | "reopens" | "replies" | "channel" | "group" | "priority" | "tags" | "brand" | "form" | "requester" | "satisfaction" | "satisfaction_at") | null;
        };
        /**
         * FaultyRow
         * @description A row that cannot be used; never what is written in it.
         */
        FaultyRow: {
            /**
             * Line
             * @description Of CSV the line (the header is 1), of JSON the item (the first is 1).
             */
            line: number;
            /**
             * Field
             * @enum {string}
             */
            field: "ticket_id" | "created_at" | "status" | "first_response_at" | "first_response_minutes" | "first_solved_at" | "solved_at" | "closed_at" | "reopened_at" | "updated_at" | "reopens" | "replies" | "channel" | "group" | "priority" | "tags" | "brand" | "form" | "requester" | "satisfaction" | "satisfaction_at";
            /**
             * Fault
             * @enum {string}
             */
            fault: "missing" | "identifier" | "status" | "date_form" | "no_such_date" | "no_zone" | "clock_back" | "clock_forward" | "future" | "before_creation" | "whole_number" | "twice";
        };
        /**
         * FeedOut
         * @description A source that feeds a contract beside its own; the same for both parties.
         */
        FeedOut: {
            /** Source Id */
            source_id: string;
            /**
             * Home Contract Id
             * @description Where its deliveries are kept; null when the caller does not reach that contract.
             */
            home_contract_id: string | null;
            /**
             * Contract Id
             * @description The contract that it feeds; null when the caller does not reach it.
             */
            contract_id: string | null;
            /**
             * State
             * @description `proposed`: waits for the other party. `ended`: its end, `ends_at` or `ended_at`, has come.
             * @enum {string}
             */
            state: "proposed" | "active" | "ended" | "refused";
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Requested By Side */
            requested_by_side: string;
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /**
             * Recorded At
             * @description From when it feeds.
             */
            recorded_at: string | null;
            /**
             * Ended At
             * @description When both contracts no longer had the same parties: what was recorded later does not count here.
             */
            ended_at: string | null;
            /**
             * Ends At
             * @description Set by a party: tickets created from then on do not count here; those created before go on.
             */
            ends_at: string | null;
            /** End Requested By */
            end_requested_by: string | null;
            /** End Requested By Side */
            end_requested_by_side: string | null;
            /** Refused At */
            refused_at: string | null;
            /** Refused By */
            refused_by: string | null;
            /**
             * Overlaps
             * @description Whether a ticket may from now on belong to this contract and to another one that the source feeds.
             */
            overlaps: boolean;
        };
        /**
         * FigureOut
         * @description One indicator over one period; decimals are text in the scale of the unit, null where there is no value.
         * @example {
         *       "certainty": "exact",
         *       "commitment": {
         *         "class": "contractual",
         *         "clause": "Article 6.3: sept demandes sur dix sont résolues au premier contact.",
         *         "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
         *         "objective_id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *         "orphan": false,
         *         "valid_from": "2026-09-30T22:00:00Z",
         *         "weight": "2"
         *       },
         *       "data_as_of": "2026-11-22T05:36:05.482913Z",
         *       "denominator": 2000,
         *       "dimensions": {},
         *       "direction": "higher",
         *       "figure_id": "AZfzsBorfD2OT1prfI2eBGZjcl90aWNrZXQuLjIwMjYtMTA",
         *       "indicator": "fcr_ticket",
         *       "numerator": 1438,
         *       "period": "2026-10",
         *       "provisional": false,
         *       "sample_size": 2000,
         *       "state": "closed",
         *       "target": "0.7200",
         *       "tolerance": "0.0200",
         *       "unit": "ratio",
         *       "value": "0.7190",
         *       "verdict": "met_within_tolerance",
         *       "version": 3
         *     }
         */
        FigureOut: {
            /**
             * Figure Id
             * @description Opaque and stable: one per contract, indicator, variant, period and value of a dimension.
             */
            figure_id: string;
            /**
             * Version
             * @description Number of the published version that this is; null while it is live.
             */
            version: number | null;
            /** Indicator */
            indicator: string;
            /**
             * Variant
             * @description Statistic of a duration; null for everything else.
             */
            variant: ("median" | "p90" | "mean") | null;
            /** Period */
            period: string;
            /**
             * Dimensions
             * @description The value of a dimension that it is of; empty: the whole contract.
             */
            dimensions: {
                [key: string]: string;
            };
            /** Value */
            value: string | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /**
             * Direction
             * @description Where better lies.
             * @enum {string}
             */
            direction: "higher" | "lower";
            /**
             * Numerator
             * @description Of a mean: seconds. Of `nps`: promoters less detractors. Of a rank: null.
             */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** Sample Size */
            sample_size: number;
            /** @description Of samples (`csat`, `nps`, `fcr_declared`); a census has none. */
            interval: components["schemas"]["services__kpi__figures__schemas__IntervalOut"] | null;
            /** Target */
            target: string | null;
            /** Tolerance */
            tolerance: string | null;
            /**
             * Verdict
             * @description What the contract says of the published value.
             * @enum {string}
             */
            verdict: "met" | "met_within_tolerance" | "missed" | "no_target" | "no_value" | "insufficient_sample" | "incomplete";
            /**
             * Certainty
             * @description What statistics say; `exact` for a census.
             * @enum {string}
             */
            certainty: "exact" | "established" | "not_distinguishable" | "none";
            /**
             * State
             * @enum {string}
             */
            state: "open" | "closed" | "contested" | "agreed" | "frozen";
            /**
             * Provisional
             * @description Period not over, a ticket of the denominator still in its window, or late events still awaited.
             */
            provisional: boolean;
            /**
             * Data As Of
             * @description The last fold or timer that touched the contract.
             */
            data_as_of: string | null;
            commitment: components["schemas"]["JudgedBy"] | null;
        };
        /**
         * FigureRow
         * @description A figure, flat; numbers are exact decimals.
         * @example {
         *       "certainty": "exact",
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "contract_title": "Assistance niveau 1",
         *       "data_as_of": "2026-11-03T23:00:00.120417Z",
         *       "denominator": 1000,
         *       "direction": "higher",
         *       "figure_id": "AZnDoH0ufBGai1sfDTwuSmZjcl90aWNrZXQuLjIwMjYtMTA",
         *       "indicator": "fcr_ticket",
         *       "numerator": 719,
         *       "period": "2026-10",
         *       "period_end": "2026-10-31",
         *       "period_start": "2026-10-01",
         *       "provisional": false,
         *       "sample_size": 1000,
         *       "state": "closed",
         *       "target": 0.7,
         *       "tolerance": 0.02,
         *       "unit": "ratio",
         *       "value": 0.719,
         *       "verdict": "met",
         *       "version": 3,
         *       "watermark": 51204
         *     }
         */
        FigureRow: {
            /** Figure Id */
            figure_id: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Title */
            contract_title: string;
            /** Period */
            period: string;
            /**
             * Period Start
             * Format: date
             */
            period_start: string;
            /**
             * Period End
             * Format: date
             */
            period_end: string;
            /** Indicator */
            indicator: string;
            /** Variant */
            variant: ("median" | "p90" | "mean") | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /**
             * Direction
             * @enum {string}
             */
            direction: "higher" | "lower";
            /** Value */
            value: number | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** Sample Size */
            sample_size: number;
            /** Interval Low */
            interval_low: number | null;
            /** Interval High */
            interval_high: number | null;
            /** Interval Level */
            interval_level: number | null;
            /** Target */
            target: number | null;
            /** Tolerance */
            tolerance: number | null;
            /** Verdict */
            verdict: string;
            /** Certainty */
            certainty: string;
            /** State */
            state: string;
            /** Provisional */
            provisional: boolean;
            /** Version */
            version: number | null;
            /** Data As Of */
            data_as_of: string | null;
            /** Watermark */
            watermark: number;
        };
        /**
         * FiguresPull
         * @description A page of figures, by contract, period, indicator and variant.
         */
        FiguresPull: {
            /**
             * Next
             * @description Absolute address of the next page; null on the last one.
             */
            next: string | null;
            /** Next Cursor */
            next_cursor: string | null;
            /**
             * Count
             * @description Rows of this page.
             */
            count: number;
            /**
             * Watermark
             * @description Sum of the change numbers of the contracts. Grows with every change of what the rows are made of; 0 for rows of a past, which never change.
             */
            watermark: number;
            /** Data */
            data: components["schemas"]["FigureRow"][];
        };
        /**
         * FormulaOut
         * @description How the indicator is made, in words.
         */
        FormulaOut: {
            text: components["schemas"]["Words"];
            numerator: components["schemas"]["Words"];
            denominator: components["schemas"]["Words"];
            reference_event: components["schemas"]["Words"];
            /**
             * Source
             * @description The definition of the contract vocabulary.
             */
            source: string;
        };
        /**
         * FreshnessOut
         * @description One source; the same for both parties.
         * @example {
         *       "completeness": "0.9998",
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "deliveries": {
         *         "accepted": 48211,
         *         "conflicts": 1,
         *         "duplicate": 310,
         *         "malformed": 2,
         *         "rejected_signature": 1,
         *         "rejected_stale": 0,
         *         "unverified": 0
         *       },
         *       "last_event_at": "2026-10-31T17:42:01Z",
         *       "last_received_at": "2026-10-31T17:42:03.120417Z",
         *       "name": "Zendesk du prestataire",
         *       "orphans": 2,
         *       "quarantined": 2,
         *       "replayed": 40000,
         *       "silence": {
         *         "alert_minutes": 120,
         *         "expected": 23,
         *         "rule": "rhythm",
         *         "since": "2026-10-31T17:42:03.120417Z",
         *         "state": "silent"
         *       },
         *       "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
         *       "system": "zendesk",
         *       "tickets": 9124
         *     }
         */
        FreshnessOut: {
            /** Source Id */
            source_id: string;
            /**
             * Contract Id
             * @description Where its deliveries are kept: another one for a source that feeds this one too.
             */
            contract_id: string;
            /** Name */
            name: string;
            /** System */
            system: string;
            /**
             * Last Received At
             * @description Last delivery, whatever its fate.
             */
            last_received_at: string | null;
            /**
             * Last Event At
             * @description When what the newest delivery tells took effect.
             */
            last_event_at: string | null;
            deliveries: components["schemas"]["DeliveryCounts"];
            /**
             * Quarantined
             * @description Bodies that wait in quarantine.
             */
            quarantined: number;
            /**
             * Tickets
             * @description Tickets of this contract heard of, as last folded; none out of its scope.
             */
            tickets: number;
            /**
             * Orphans
             * @description Of these: tickets whose creation has not come.
             */
            orphans: number;
            /**
             * Completeness
             * @description Share of the tickets whose creation has come, 4 decimals.
             */
            completeness: string | null;
            /**
             * Replayed
             * @description Deliveries that came by a replay.
             */
            replayed: number;
            silence: components["schemas"]["Silence"];
        };
        /**
         * GapOut
         * @description A silence of a source that its rhythm makes improbable, or that is longer than the parties allow.
         */
        GapOut: {
            /** Id */
            id: string;
            /** Source Id */
            source_id: string;
            /**
             * Starts At
             * @description The last accepted delivery before it.
             */
            starts_at: string;
            /**
             * Ends At
             * @description The first one after it; null while it lasts.
             */
            ends_at: string | null;
            /**
             * Expected
             * @description Deliveries that the usual rhythm would have brought, of one that lasts so far; a count.
             */
            expected: number;
            /**
             * Rule
             * @description `rhythm`: its hours brought 8 deliveries or more in most weeks before; `limit`: longer than set.
             * @enum {string}
             */
            rule: "rhythm" | "limit";
            /**
             * Recorded At
             * @description When it was found.
             */
            recorded_at: string;
            /**
             * Closed At
             * @description When it was seen to be over.
             */
            closed_at: string | null;
            /**
             * Resolved At
             * @description When it was found no more: what was missing came afterwards.
             */
            resolved_at: string | null;
            explanation: components["schemas"]["services__kpi__health__schemas__ExplanationOut"] | null;
        };
        /**
         * GoalOut
         * @description A promise of today so far, against its commitment.
         */
        GoalOut: {
            /** @description Of the day so far, as `GET .../figures?period=<day>` tells it. */
            figure: components["schemas"]["FigureOut"];
            /**
             * Usual
             * @description Judgements on the same weekday: trimmed mean of eight weeks; null from less than two.
             */
            usual: number | null;
            /** @description Null without a commitment in force. */
            outlook: components["schemas"]["OutlookOut"] | null;
        };
        /**
         * HalfHourOut
         * @description Half an hour of the local day.
         */
        HalfHourOut: {
            /** Starts At */
            starts_at: string;
            /** Created */
            created: number;
            /**
             * First Responses
             * @description First public messages of a human agent (D6).
             */
            first_responses: number;
            /**
             * Solved
             * @description Steps out of the stock of open tickets.
             */
            solved: number;
            /**
             * Reopened
             * @description Steps back into it.
             */
            reopened: number;
            /**
             * Due First Response
             * @description Open tickets that break the promise in it unless they are answered.
             */
            due_first_response: number;
            /**
             * Due Resolution
             * @description The same of the resolution.
             */
            due_resolution: number;
        };
        /**
         * HandledOut
         * @description How many tickets the agents of one side alone answered publicly so far, those of both, and nobody's.
         */
        HandledOut: {
            /** Sous Traitant */
            sous_traitant: number;
            /** Donneur Ordre */
            donneur_ordre: number;
            /** Both */
            both: number;
            /** Nobody */
            nobody: number;
        };
        /**
         * HeardOut
         * @description What makes the figures of a period incomplete, where the contract says so.
         */
        HeardOut: {
            /**
             * Silent S
             * @description Time in which a source was silent without explanation; 0 where the contract does not judge by it.
             */
            silent_s: number;
            /**
             * Elapsed S
             * @description Time of the period so far.
             */
            elapsed_s: number;
            /**
             * Minimum Time Heard
             * @description Share of the time without such silences.
             */
            minimum_time_heard: string | null;
            /**
             * Minimum Data Completeness
             * @description Share of tickets whose creation came.
             */
            minimum_data_completeness: string | null;
        };
        /**
         * ImportCounts
         * @description Tickets by how they compare.
         */
        ImportCounts: {
            /**
             * Equal
             * @default 0
             */
            equal: number;
            /**
             * Different
             * @default 0
             */
            different: number;
            /**
             * Missing Here
             * @description In the export, and never told of by the source.
             * @default 0
             */
            missing_here: number;
            /**
             * Orphan Here
             * @description The source told of the ticket, but not of its creation.
             * @default 0
             */
            orphan_here: number;
            /**
             * Missing There
             * @description Created here between the first and the last ticket of the export, and not in it.
             * @default 0
             */
            missing_there: number;
            /**
             * Unloadable
             * @description Of those missing here, the ones that tell too little to be loaded.
             * @default 0
             */
            unloadable: number;
        };
        /**
         * ImportPreview
         * @description How a file would be read; nothing is kept.
         */
        ImportPreview: {
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "json";
            /**
             * Encoding
             * @enum {string}
             */
            encoding: "utf-8" | "windows-1252";
            /** Delimiter */
            delimiter: string | null;
            /** Columns */
            columns: components["schemas"]["ExportColumn"][];
            /**
             * Missing
             * @description Needed, and told by no column: then no row is read.
             */
            missing: ("ticket_id" | "created_at" | "status" | "first_response_at" | "first_response_minutes" | "first_solved_at" | "solved_at" | "closed_at" | "reopened_at" | "updated_at" | "reopens" | "replies" | "channel" | "group" | "priority" | "tags" | "brand" | "form" | "requester" | "satisfaction" | "satisfaction_at")[];
            /**
             * Shown
             * @description The first rows as they are written.
             */
            shown: components["schemas"]["ShownRow"][];
            /**
             * Rows
             * @description Rows that can be used.
             */
            rows: number;
            /**
             * Unloadable
             * @description Of them, rows that tell too little to make a history of.
             */
            unloadable: number;
            /** Faulty */
            faulty: number;
            /**
             * Faults
             * @description The first 200 of them.
             */
            faults: components["schemas"]["FaultyRow"][];
            /** First Created At */
            first_created_at: string | null;
            /** Last Created At */
            last_created_at: string | null;
        };
        /**
         * ImportReading
         * @description How the file was read.
         */
        ImportReading: {
            /** System */
            system: string;
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "json";
            /**
             * Encoding
             * @enum {string}
             */
            encoding: "utf-8" | "windows-1252";
            /** Delimiter */
            delimiter: string | null;
            /**
             * Zone
             * @description Of instants that are written without an offset.
             */
            zone: string | null;
            /**
             * Date Order
             * @description Of dates such as 03/04/2026.
             * @enum {string}
             */
            date_order: "dmy" | "mdy";
            /**
             * Columns
             * @description The column of the file by field.
             */
            columns: {
                [key: string]: string;
            };
        };
        /**
         * ImportRowOut
         * @description A ticket and how it compares.
         */
        ImportRowOut: {
            /** Ticket Id */
            ticket_id: string;
            /**
             * Line
             * @description Where it stands in the file; null where the export lacks it.
             */
            line: number | null;
            /** Created At */
            created_at: string;
            /**
             * Fate
             * @enum {string}
             */
            fate: "equal" | "different" | "missing_here" | "orphan_here" | "missing_there";
            /** Differences */
            differences: components["schemas"]["RowDifference"][];
            /**
             * Unloadable
             * @description Why no history can be made of it: solved, nobody says when; or open after a solve, nobody says since when.
             */
            unloadable: ("solve_not_told" | "reopening_not_told") | null;
            /** Loaded */
            loaded: boolean;
        };
        /**
         * JudgedBy
         * @description The commitment that judged.
         */
        JudgedBy: {
            /** Id */
            id: string;
            /** Clause */
            clause: string;
            /**
             * Class
             * @enum {string}
             */
            class: "contractual" | "observed";
            /** Weight */
            weight: string | null;
            /** Objective Id */
            objective_id: string | null;
            /**
             * Orphan
             * @description Binds without serving an objective: kept, and carries neither bonus nor malus.
             */
            orphan: boolean;
            /** Valid From */
            valid_from: string;
        };
        /**
         * MovedTicketOut
         * @description A ticket that counts otherwise: before and after, why, and the events recorded in between.
         */
        MovedTicketOut: {
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /** @description Null: the figure did not speak of it. */
            before: components["schemas"]["CountedOut"] | null;
            after: components["schemas"]["CountedOut"] | null;
            /**
             * Cause
             * @description `events`: its own, recorded in between; `undone`: a load of an export, undone in between; `neighbour`: another contact of its customer; `terms`: parameters or scopes recorded in between; `time`: a window or a due instant that passed.
             * @enum {string}
             */
            cause: "events" | "undone" | "neighbour" | "terms" | "time";
            /** Events */
            events: components["schemas"]["EventOut"][];
        };
        /**
         * MovedTicketsOut
         * @description A page of the tickets, by ticket id.
         */
        MovedTicketsOut: {
            /** Items */
            items: components["schemas"]["MovedTicketOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * NewAnnotation
         * @description What somebody knows about days of an indicator; without an end, of one day.
         * @example {
         *       "ends_on": "2026-10-14",
         *       "indicator": "fcr_ticket",
         *       "kind": "cause",
         *       "starts_on": "2026-10-12",
         *       "text": "Panne du transporteur: trois fois plus de relances."
         *     }
         */
        NewAnnotation: {
            /**
             * Indicator
             * @enum {string}
             */
            indicator: "backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual";
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Ends On */
            ends_on?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "cause" | "event" | "data" | "remark";
            /** Text */
            text: string;
        };
        /**
         * NewEnd
         * @description From when a feed brings no new ticket.
         * @example {
         *       "ends_at": "2027-01-31T23:00:00Z"
         *     }
         */
        NewEnd: {
            /**
             * Ends At
             * @description Tickets created from this instant on do not count here; not in the past, a year ahead at most. Left out: from now on.
             */
            ends_at?: string | null;
        };
        /**
         * NewExplanation
         * @description Why nothing came, or how what was missing came after all.
         * @example {
         *       "kind": "quiet",
         *       "reason": "Pont du 14 juillet : plateau fermé."
         *     }
         */
        NewExplanation: {
            /**
             * Kind
             * @description `quiet`: nothing was to come; `made_up`: what was missing came in another way.
             * @enum {string}
             */
            kind: "quiet" | "made_up";
            /** Reason */
            reason: string;
        };
        /**
         * NewFeed
         * @description A source of another contract of the same two parties, and what of it counts here.
         * @example {
         *       "conditions": [
         *         {
         *           "attribute": "group",
         *           "operator": "includes",
         *           "values": [
         *             "31100000000045"
         *           ]
         *         }
         *       ],
         *       "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b"
         *     }
         */
        NewFeed: {
            /**
             * Valid From
             * @description For tickets created from this instant on; left out: from the beginning.
             */
            valid_from?: string | null;
            /** Conditions */
            conditions: components["schemas"]["ConditionIn"][];
            /** Source Id */
            source_id: string;
        };
        /**
         * NewLoad
         * @description What is to be loaded.
         * @example {
         *       "complete_orphans": true
         *     }
         */
        NewLoad: {
            /**
             * Complete Orphans
             * @description Also tell the creation of tickets of which the source told all but that.
             * @default false
             */
            complete_orphans: boolean;
        };
        /**
         * NewRereading
         * @description Which quarantined deliveries to read again: these, or those received in a span, or all that wait.
         * @example {
         *       "receipt_ids": [
         *         "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"
         *       ]
         *     }
         * @example {
         *       "from": "2026-10-05T08:00:00Z",
         *       "until": "2026-10-06T08:00:00Z"
         *     }
         */
        NewRereading: {
            /** Receipt Ids */
            receipt_ids?: string[] | null;
            /**
             * From
             * @description Received at this instant or later.
             */
            from?: string | null;
            /**
             * Until
             * @description Received before.
             */
            until?: string | null;
        };
        /**
         * NewScope
         * @description Conditions that all must hold; none: every ticket counts.
         * @example {
         *       "conditions": [
         *         {
         *           "attribute": "group",
         *           "operator": "includes",
         *           "values": [
         *             "31100000000044"
         *           ]
         *         },
         *         {
         *           "attribute": "tag",
         *           "operator": "excludes",
         *           "values": [
         *             "interne"
         *           ]
         *         }
         *       ],
         *       "valid_from": "2026-11-30T23:00:00Z"
         *     }
         */
        NewScope: {
            /**
             * Valid From
             * @description For tickets created from this instant on; left out: from the beginning.
             */
            valid_from?: string | null;
            /** Conditions */
            conditions: components["schemas"]["ConditionIn"][];
        };
        /**
         * NewSecret
         * @description A secret to put in the place of the present one, which stays good for a while.
         */
        NewSecret: {
            /** Secret */
            secret?: string | null;
            /**
             * Overlap Seconds
             * @default 86400
             */
            overlap_seconds: number;
            /**
             * Beside
             * @description Of a second webhook of the same tool (Zendesk: triggers): the present secret stays good until the next renewal.
             * @default false
             */
            beside: boolean;
        };
        /**
         * NewSource
         * @description A ticketing tool to connect.
         * @example {
         *       "bot_author_ids": [
         *         "31100000000999"
         *       ],
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "name": "Zendesk du prestataire",
         *       "secret": "dGVzdF96ZW5kZXNrX3NpZ25pbmdfc2VjcmV0X2ZpeHR1cmU=",
         *       "system": "zendesk"
         *     }
         * @example {
         *       "body_hash_window_seconds": 900,
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "name": "Freshdesk du service clients",
         *       "secret": "copil:motDePasse-a-choisir-2026",
         *       "system": "freshdesk"
         *     }
         * @example {
         *       "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "name": "GLPI du support",
         *       "secret_later": true,
         *       "signature_tolerance_seconds": 86400,
         *       "system": "glpi"
         *     }
         */
        NewSource: {
            /** Contract Id */
            contract_id: string;
            /**
             * System
             * @description The tool; `generic`: CloudEvents with Standard Webhooks signatures.
             * @enum {string}
             */
            system: "chatwoot" | "freshdesk" | "generic" | "glpi" | "intercom" | "zammad" | "zendesk";
            /** Name */
            name: string;
            /**
             * Secret
             * @description The secret that the tool dictates; left out, one is drawn.
             */
            secret?: string | null;
            /**
             * Secret Later
             * @description The tool dictates a secret that is not known yet: what comes before is kept unverified.
             * @default false
             */
            secret_later: boolean;
            /**
             * Signature Tolerance Seconds
             * @description How far the signed time may be from the reception; left out: 300, for `glpi` 86,400. `freshdesk`, `intercom` and `zammad` sign no time.
             */
            signature_tolerance_seconds?: number | null;
            /**
             * Body Hash Window Seconds
             * @description How long an equal body is the same delivery; left out: for good, for `freshdesk` 900.
             */
            body_hash_window_seconds?: number | null;
            /** Bot Author Ids */
            bot_author_ids?: string[];
        };
        /**
         * NewStaff
         * @description The donneur d'ordre's own staff in a tool, whole: who is not named is the provider's. None: nobody is.
         * @example {
         *       "author_ids": [
         *         "31100000000712",
         *         "31100000000713"
         *       ],
         *       "valid_from": "2026-11-30T23:00:00Z"
         *     }
         */
        NewStaff: {
            /**
             * Valid From
             * @description For messages from this instant on; left out: from the beginning.
             */
            valid_from?: string | null;
            /**
             * Author Ids
             * @description As the tool tells the authors of messages. Kept as pseudonyms only, and answered to nobody.
             */
            author_ids: string[];
        };
        /**
         * NewTrial
         * @description A body to try, or one of the samples of the source's tool.
         * @example {
         *       "sample": "created"
         *     }
         * @example {
         *       "body": "{…}"
         *     }
         */
        NewTrial: {
            /**
             * Sample
             * @description One of `GET …/samples`, about the present instant.
             */
            sample?: ("created" | "reply" | "solved" | "csat" | "nps") | null;
            /**
             * Body
             * @description The exact text of a body; at most 1,000,000 bytes of UTF-8.
             */
            body?: string | null;
            /**
             * Media Type
             * @description Of a `body`; left out: what the tool says.
             */
            media_type?: string | null;
        };
        /**
         * ObjectiveOut
         * @description The objective that the commitment serves.
         */
        ObjectiveOut: {
            /** Id */
            id: string;
            /** Statement */
            statement: string;
        };
        /**
         * OpenOut
         * @description Open tickets by status.
         */
        OpenOut: {
            /** New */
            new: number;
            /** Open */
            open: number;
            /** Pending */
            pending: number;
            /** Hold */
            hold: number;
        };
        /**
         * OutOfScopeCount
         * @description Tickets of a source that one condition left out.
         */
        OutOfScopeCount: {
            /** Source Id */
            source_id: string;
            /**
             * Reason
             * @description Which condition left it out: an attribute (`brand`, `form`, `group`, `channel`, `tag`) followed by `_not_in`, `_excluded`, or `_not_told` where the tool did not tell the attribute; `feed_ended` where it was created after a party ended the feed.
             */
            reason: string;
            /** Tickets */
            tickets: number;
        };
        /**
         * OutOfScopeOut
         * @description How many tickets are out by reason, and a page of them by ticket id.
         */
        OutOfScopeOut: {
            /** Counts */
            counts: components["schemas"]["OutOfScopeCount"][];
            /** Items */
            items: components["schemas"]["OutOfScopeTicket"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * OutOfScopeTicket
         * @description A ticket of the tool that is none of the contract, with what the conditions looked at.
         *
         *     Of an attribute null means that it was not told, and an empty text that the ticket had none.
         */
        OutOfScopeTicket: {
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /** Created At */
            created_at: string;
            /** Reason */
            reason: string;
            /**
             * Scope Id
             * @description The version of the scope that was in force when it was created; null after the end of the feed.
             */
            scope_id: string | null;
            /** Brand */
            brand: string | null;
            /** Form */
            form: string | null;
            /** Group */
            group: string | null;
            /** Channel */
            channel: string | null;
            /** Tags */
            tags: string[];
        };
        /**
         * OutlookOut
         * @description What the rest of the day must bring for the commitment to be met on the whole day.
         */
        OutlookOut: {
            /**
             * Remaining
             * @description Judgements still to come: what the weekday usually brings beyond those so far, and at least `due`.
             */
            remaining: number;
            /**
             * Rate Needed
             * @description Share of them to keep, four decimals, rounded up: (T(m+R) - k)/R. Above 1: lost; 0 or less: won.
             */
            rate_needed: string | null;
            /**
             * May Miss
             * @description How many of them may be missed; below zero: too many were already.
             */
            may_miss: number;
        };
        /**
         * OverdueOut
         * @description Open tickets whose promise is broken already.
         */
        OverdueOut: {
            /** First Response */
            first_response: number;
            /** Resolution */
            resolution: number;
        };
        /** Page[AdjustmentLineOut] */
        Page_AdjustmentLineOut_: {
            /** Items */
            items: components["schemas"]["AdjustmentLineOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AnnotationOut] */
        Page_AnnotationOut_: {
            /** Items */
            items: components["schemas"]["AnnotationOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[DeliveryOut] */
        Page_DeliveryOut_: {
            /** Items */
            items: components["schemas"]["DeliveryOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[FeedOut] */
        Page_FeedOut_: {
            /** Items */
            items: components["schemas"]["FeedOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[FigureOut] */
        Page_FigureOut_: {
            /** Items */
            items: components["schemas"]["FigureOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[FreshnessOut] */
        Page_FreshnessOut_: {
            /** Items */
            items: components["schemas"]["FreshnessOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[GapOut] */
        Page_GapOut_: {
            /** Items */
            items: components["schemas"]["GapOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ImportRowOut] */
        Page_ImportRowOut_: {
            /** Items */
            items: components["schemas"]["ImportRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[QuarantinedOut] */
        Page_QuarantinedOut_: {
            /** Items */
            items: components["schemas"]["QuarantinedOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[RebuildOut] */
        Page_RebuildOut_: {
            /** Items */
            items: components["schemas"]["RebuildOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ReplayOut] */
        Page_ReplayOut_: {
            /** Items */
            items: components["schemas"]["ReplayOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ScopeOut] */
        Page_ScopeOut_: {
            /** Items */
            items: components["schemas"]["ScopeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[SourceOut] */
        Page_SourceOut_: {
            /** Items */
            items: components["schemas"]["SourceOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[StaffOut] */
        Page_StaffOut_: {
            /** Items */
            items: components["schemas"]["StaffOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[TicketImportOut] */
        Page_TicketImportOut_: {
            /** Items */
            items: components["schemas"]["TicketImportOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[TicketOut] */
        Page_TicketOut_: {
            /** Items */
            items: components["schemas"]["TicketOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Part
         * @description What is compared: a share (of a duration: within the limit) or a score, with its counts.
         */
        Part: {
            /** Value */
            value: string | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
        };
        /**
         * PriorityDelaysOut
         * @description What is promised to tickets of some priorities instead.
         */
        PriorityDelaysOut: {
            /** Schedule */
            schedule: string | null;
            /** First Response Target Seconds */
            first_response_target_seconds: number | null;
            /** Resolution Target Seconds */
            resolution_target_seconds: number | null;
            /**
             * Resolution Schedule
             * @description Where the resolution counts in another schedule.
             */
            resolution_schedule: string | null;
            /**
             * Names
             * @description In lower case.
             */
            names: string[];
        };
        /**
         * QuarantinedOut
         * @description A well-signed delivery that could not be read; kept once per body.
         */
        QuarantinedOut: {
            /** Receipt Id */
            receipt_id: string;
            /** Sha256 */
            sha256: string;
            /** Received At */
            received_at: string;
            /** Recorded At */
            recorded_at: string;
            /** Reason */
            reason: string;
            /**
             * Released At
             * @description When a later reading succeeded.
             */
            released_at: string | null;
        };
        /**
         * RebuildIn
         * @description What is asked for.
         */
        RebuildIn: {
            /**
             * Mode
             * @description `rebuild` puts right what differs; `verify` compares as thoroughly and changes nothing.
             * @default rebuild
             * @enum {string}
             */
            mode: "rebuild" | "verify";
        };
        /**
         * RebuildOut
         * @description A rebuild of a contract's events, tickets and days.
         */
        RebuildOut: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "rebuild" | "verify";
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * Phase
             * @description `reading` raw deliveries again, `folding` every ticket in the shade, `comparing` the sums, `swapping` what differs in one transaction. Until then nothing that anybody reads has changed.
             * @enum {string}
             */
            phase: "waiting" | "reading" | "folding" | "comparing" | "swapping" | "done";
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /**
             * Requested By Side
             * @description The party that asked; null for the platform.
             */
            requested_by_side: string | null;
            /**
             * Started At
             * @description When it began, for the last time if it was cut off.
             */
            started_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Deliveries
             * @description Raw deliveries read again; where the content is gone the neutral events stay.
             */
            deliveries: number;
            /**
             * Tickets Total
             * @description Tickets of the contract.
             */
            tickets_total: number;
            /**
             * Tickets Done
             * @description Of them folded in the shade so far.
             */
            tickets_done: number;
            /**
             * Waiting Tickets
             * @description Tickets of which something had just come: the fold made them anew itself, they were not compared.
             */
            waiting_tickets: number;
            /**
             * Changed Tickets
             * @description Tickets whose events came out different.
             */
            changed_tickets: number;
            /**
             * Differing Tickets
             * @description Tickets that counted for something else than their events say.
             */
            differing_tickets: number | null;
            /**
             * Differing Days
             * @description Sums of days, months and values of dimensions that were not those of the tickets.
             */
            differing_days: number | null;
            /**
             * Moved Days
             * @description Days of an indicator, or of a value of a dimension, that tell another sum than before.
             */
            moved_days: number | null;
            /**
             * Identical
             * @description Whether everything came out as it was; null until it is done.
             */
            identical: boolean | null;
        };
        /**
         * ReceivedCounts
         * @description Deliveries by their fate, received in the period.
         */
        ReceivedCounts: {
            /** Accepted */
            accepted: number;
            /** Duplicate */
            duplicate: number;
            /** Malformed */
            malformed: number;
            /**
             * Rejected Signature
             * @description Null as known at an instant: only the newest refused ones are kept.
             */
            rejected_signature: number | null;
            /**
             * Rejected Stale
             * @description Null as known at an instant: only the newest refused ones are kept.
             */
            rejected_stale: number | null;
            /**
             * Unverified
             * @description Came while the secret was not known; each is counted again as what it became.
             */
            unverified: number;
            /**
             * Conflicts
             * @description Of these: the same key came with another body.
             */
            conflicts: number;
        };
        /**
         * Recomputed
         * @description The figure made anew from the stored events of its population, not from the rollups.
         */
        Recomputed: {
            /** Value */
            value: string | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** Tickets Read */
            tickets_read: number;
            /**
             * Equal
             * @description Whether it came out as the figure says; compared, never assumed.
             */
            equal: boolean;
        };
        /**
         * Released
         * @description What a new reading of the quarantine gave.
         */
        Released: {
            /** Read */
            read: number;
            /** Still Malformed */
            still_malformed: number;
        };
        /**
         * RepeatContactsOut
         * @description When a contact repeats another.
         */
        RepeatContactsOut: {
            /** Days */
            days: number;
            /**
             * Channels
             * @description Null: all of them.
             */
            channels: string[] | null;
            /**
             * Reason
             * @enum {string}
             */
            reason: "form" | "group" | "none";
            /** Across Sources */
            across_sources: boolean;
            /** @description Left out where each ticket is one contact, as without such an agreement. */
            sessions?: components["schemas"]["SessionsOut"] | null;
        };
        /**
         * ReplayDone
         * @description Every delivery is stored.
         */
        ReplayDone: {
            /** Items */
            items: components["schemas"]["ReplayedItem"][];
            /** Summary */
            summary: {
                [key: string]: number;
            };
        };
        /**
         * ReplayOut
         * @description A replay: asked for, approved by the other party where that is needed, run.
         */
        ReplayOut: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /** Source Id */
            source_id: string;
            /**
             * State
             * @description `proposed`, `approved`, `running`, `done` or `failed`.
             */
            state: string;
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Requested By Side */
            requested_by_side: string | null;
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Deliveries */
            deliveries: number;
            /** Done */
            done: number;
            /** Summary */
            summary: {
                [key: string]: number;
            } | null;
        };
        /**
         * ReplayedItem
         * @description The fate of one replayed delivery.
         */
        ReplayedItem: {
            /** N */
            n: number;
            /** Verdict */
            verdict: string;
            /** Receipt Id */
            receipt_id: string;
        };
        /**
         * RereadItem
         * @description What became of one quarantined delivery.
         */
        RereadItem: {
            /** Receipt Id */
            receipt_id: string;
            /** Received At */
            received_at: string;
            /**
             * Verdict
             * @description `malformed`: it waits on. Else its fate as a delivery: `accepted`, `duplicate`.
             */
            verdict: string;
            /**
             * Reason
             * @description Of one that waits on: why.
             */
            reason: string | null;
            /**
             * Became
             * @description The delivery that it became, or that holds its key.
             */
            became: string | null;
        };
        /**
         * RereadingOut
         * @description What a new reading gave.
         */
        RereadingOut: {
            /** Items */
            items: components["schemas"]["RereadItem"][];
            /** Summary */
            summary: {
                [key: string]: number;
            };
            /**
             * Remaining
             * @description Chosen ones that were not looked at: 500 are read in one call.
             */
            remaining: number;
            /**
             * Next From
             * @description Where to go on, as `from`; null when none remains.
             */
            next_from: string | null;
        };
        /**
         * RowDifference
         * @description A field that the export and the source tell otherwise; instants as text, null: nothing told.
         */
        RowDifference: {
            /**
             * Field
             * @enum {string}
             */
            field: "created_at" | "status" | "first_response_at" | "solved_at" | "reopens" | "replies" | "excluded";
            /**
             * There
             * @description In the export.
             */
            there: string | number | null;
            /**
             * Here
             * @description As the source told it.
             */
            here: string | number | null;
        };
        /**
         * SampleOut
         * @description A body as the tool writes it, composed by us, about a ticket that nobody has.
         */
        SampleOut: {
            /**
             * Code
             * @enum {string}
             */
            code: "created" | "reply" | "solved" | "csat" | "nps";
            /** Media Type */
            media_type: string;
            /** Body */
            body: string;
        };
        /**
         * SamplesOut
         * @description The samples of the source's tool, about the present instant.
         */
        SamplesOut: {
            /** Items */
            items: components["schemas"]["SampleOut"][];
        };
        /**
         * ScopeOut
         * @description A version of the scope of a source in a contract; the same for both parties.
         */
        ScopeOut: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /** Source Id */
            source_id: string;
            /**
             * State
             * @description `proposed`: waits for the other party. `superseded`: gave way to a later proposal.
             * @enum {string}
             */
            state: "proposed" | "in_force" | "superseded";
            /**
             * Valid From
             * @description Null: from the beginning.
             */
            valid_from: string | null;
            /** Conditions */
            conditions: components["schemas"]["ConditionOut"][];
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Requested By Side */
            requested_by_side: string;
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /**
             * Recorded At
             * @description From when it is known; null until it is in force.
             */
            recorded_at: string | null;
        };
        /**
         * SecretOut
         * @description The secret, shown this once, and how long the one before is still accepted.
         */
        SecretOut: {
            /** Id */
            id: string;
            /** Secret */
            secret: string;
            /** Previous Secret Until */
            previous_secret_until: string | null;
        };
        /**
         * SeriesItem
         * @description The value of one day or month; value null without data.
         */
        SeriesItem: {
            /** Period */
            period: string;
            /** Value */
            value: string | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** @description Of csat, nps and fcr_declared only: the others count everything. */
            interval: components["schemas"]["services__kpi__series__schemas__IntervalOut"] | null;
            /**
             * Target
             * @description In force at the end of the period (of an open one: at `data_as_of`).
             */
            target: string | null;
            /** Tolerance */
            tolerance: string | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "met_within_tolerance" | "missed" | "no_target" | "no_value" | "insufficient_sample" | "incomplete";
            /** Provisional */
            provisional: boolean;
        };
        /**
         * SeriesOut
         * @description One item for every day or month of the range; decimals are text, in the unit of the indicator.
         * @example {
         *       "data_as_of": "2026-10-31T17:42:03.120417Z",
         *       "dimensions": {},
         *       "direction": "higher",
         *       "from": "2026-10-05",
         *       "grain": "day",
         *       "indicator": "fcr_ticket",
         *       "items": [
         *         {
         *           "denominator": 1000,
         *           "numerator": 719,
         *           "period": "2026-10-05",
         *           "provisional": false,
         *           "target": "0.7000",
         *           "tolerance": "0.0200",
         *           "value": "0.7190",
         *           "verdict": "met"
         *         }
         *       ],
         *       "to": "2026-10-05",
         *       "unit": "ratio",
         *       "window": 7
         *     }
         */
        SeriesOut: {
            /** Indicator */
            indicator: string;
            /** Variant */
            variant: ("median" | "p90" | "mean") | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ratio" | "points" | "s" | "count";
            /**
             * Direction
             * @enum {string}
             */
            direction: "higher" | "lower";
            /**
             * Grain
             * @enum {string}
             */
            grain: "day" | "month";
            /** Window */
            window: number;
            /**
             * Dimensions
             * @description The value of a dimension that it is of; empty: the whole contract.
             */
            dimensions: {
                [key: string]: string;
            };
            /** From */
            from: string;
            /** To */
            to: string;
            /** Data As Of */
            data_as_of: string | null;
            /** Items */
            items: components["schemas"]["SeriesItem"][];
        };
        /**
         * SessionOut
         * @description One of several contacts that a ticket is: the first begins with its creation, a later one with a message.
         */
        SessionOut: {
            /** Began At */
            began_at: string;
            /**
             * Counted
             * @enum {string}
             */
            counted: "in" | "out";
            /**
             * Reason
             * @description Why it is out.
             */
            reason: string | null;
            /** In Numerator */
            in_numerator: boolean | null;
            /** Pending */
            pending: boolean;
            repeats: components["schemas"]["ContactOut"] | null;
            repeated_by: components["schemas"]["ContactOut"] | null;
        };
        /**
         * SessionsCounted
         * @description Of a ticket that is several contacts: how many of them count, and how many of those above the line.
         */
        SessionsCounted: {
            /** Numerator */
            numerator: number;
            /** Denominator */
            denominator: number;
        };
        /**
         * SessionsOut
         * @description Where a customer who writes on a ticket again after more than that silence begins another contact.
         */
        SessionsOut: {
            /** Channels */
            channels: string[];
            /** Silence Minutes */
            silence_minutes: number;
        };
        /**
         * SetOut
         * @description One table.
         */
        SetOut: {
            /** Name */
            name: string;
            title: components["schemas"]["Words"];
            /** Json Url */
            json_url: string;
            /** Csv Url */
            csv_url: string;
            /**
             * Key
             * @description Columns that together name a row.
             */
            key: string[];
            /** Watermark Column */
            watermark_column: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
        };
        /**
         * ShownRow
         * @description A row as it is written.
         */
        ShownRow: {
            /** Line */
            line: number;
            /** Cells */
            cells: string[];
        };
        /**
         * Silence
         * @description Whether a source lives as usual (rules: `services/kpi/health/rules.py`).
         */
        Silence: {
            /**
             * State
             * @description `waiting`: nothing was accepted yet; `learning`: for two weeks, until its rhythm is known; `silent`: for longer than its rhythm or the limit of the parties allows.
             * @enum {string}
             */
            state: "waiting" | "learning" | "alive" | "silent";
            /**
             * Since
             * @description Of a silent one: its last accepted delivery.
             */
            since: string | null;
            /**
             * Expected
             * @description Of a silent one: deliveries that would usually have come since.
             */
            expected: number | null;
            /**
             * Rule
             * @description Of a silent one: which of the two was passed first.
             */
            rule: ("rhythm" | "limit") | null;
            /**
             * Explanation
             * @description What a manager of a party said of it.
             */
            explanation: ("quiet" | "made_up") | null;
            /**
             * Alert Minutes
             * @description The limit that the parties set; null: only the rhythm.
             */
            alert_minutes: number | null;
        };
        /**
         * SilenceLimit
         * @description The longest silence of a source that the parties allow.
         * @example {
         *       "minutes": 120
         *     }
         * @example {}
         */
        SilenceLimit: {
            /**
             * Minutes
             * @description Minutes by the clock, at any hour; null: only the rhythm tells.
             */
            minutes: number | null;
        };
        /**
         * SilenceLimitOut
         * @description The limit in force.
         */
        SilenceLimitOut: {
            /** Source Id */
            source_id: string;
            /** Minutes */
            minutes: number | null;
            /** Set At */
            set_at: string | null;
        };
        /**
         * SlaOut
         * @description The general delays, and those of priorities that have their own.
         */
        SlaOut: {
            /** Schedule */
            schedule: string | null;
            /** First Response Target Seconds */
            first_response_target_seconds: number | null;
            /** Resolution Target Seconds */
            resolution_target_seconds: number | null;
            /**
             * Resolution Schedule
             * @description Where the resolution counts in another schedule.
             */
            resolution_schedule: string | null;
            /** Priorities */
            priorities: components["schemas"]["PriorityDelaysOut"][];
        };
        /**
         * SourceCoverage
         * @description One source in a period; deliveries by the instant at which they were received.
         */
        SourceCoverage: {
            /** Source Id */
            source_id: string;
            /**
             * Contract Id
             * @description Where its deliveries are kept.
             */
            contract_id: string;
            /** Name */
            name: string;
            /** System */
            system: string;
            /**
             * Coverage
             * @description Share of what was to come that fell into no open gap; 4 decimals.
             */
            coverage: string | null;
            /**
             * Expected
             * @description Deliveries that its rhythm would bring in the period, up to `until`.
             */
            expected: number;
            /**
             * Missing
             * @description Of these: within gaps that nobody explained.
             */
            missing: number;
            deliveries: components["schemas"]["ReceivedCounts"];
            /**
             * Skewed
             * @description Deliveries of which the source's clock was ahead by more than 120 s.
             */
            skewed: number;
            /**
             * Replayed
             * @description Deliveries that came by a replay, or by reading again.
             */
            replayed: number;
            /**
             * Quarantined
             * @description Bodies received in the period that wait in quarantine now; null as known at an instant: of those that were erased since, nothing is kept.
             */
            quarantined: number | null;
            /**
             * Tickets
             * @description Tickets of this contract first heard of in the period: as last folded, or at the instants.
             */
            tickets: number;
            /**
             * Orphans
             * @description Of these: tickets whose creation has not come.
             */
            orphans: number;
            /** Gaps */
            gaps: components["schemas"]["GapOut"][];
        };
        /**
         * SourceCreated
         * @description The address to give to the tool, and the secret, shown this once.
         */
        SourceCreated: {
            /** Id */
            id: string;
            /** Url */
            url: string;
            /**
             * Secret
             * @description Null while the tool's own is awaited.
             */
            secret: string | null;
            /** Awaiting Secret */
            awaiting_secret: boolean;
            /** Contract Id */
            contract_id: string;
            /** System */
            system: string;
            /** Name */
            name: string;
            /** Signature Tolerance Seconds */
            signature_tolerance_seconds: number;
            /** Body Hash Window Seconds */
            body_hash_window_seconds: number | null;
            /** Bot Author Ids */
            bot_author_ids: string[];
            /** Created At */
            created_at: string;
        };
        /**
         * SourceOut
         * @description A connected tool and its health.
         */
        SourceOut: {
            /** Id */
            id: string;
            /** Url */
            url: string;
            /** Contract Id */
            contract_id: string;
            /** System */
            system: string;
            /** Name */
            name: string;
            /** Signature Tolerance Seconds */
            signature_tolerance_seconds: number;
            /** Body Hash Window Seconds */
            body_hash_window_seconds: number | null;
            /** Bot Author Ids */
            bot_author_ids: string[];
            /** Created At */
            created_at: string;
            /**
             * Awaiting Secret
             * @description Whether deliveries wait, unverified, for the tool's secret.
             */
            awaiting_secret: boolean;
            /** Previous Secret Until */
            previous_secret_until: string | null;
            /**
             * Last Received At
             * @description Last delivery of the last 30 days, whatever its fate.
             */
            last_received_at: string | null;
            /** Verdicts */
            verdicts: components["schemas"]["VerdictCount"][];
        };
        /**
         * StaffOut
         * @description A version of the donneur d'ordre's staff in a source; the same for both parties, and nobody is named.
         */
        StaffOut: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /** Source Id */
            source_id: string;
            /**
             * State
             * @description `proposed`: waits for the other party. `superseded`: gave way to a later proposal.
             * @enum {string}
             */
            state: "proposed" | "in_force" | "superseded";
            /**
             * Valid From
             * @description Null: from the beginning.
             */
            valid_from: string | null;
            /**
             * People
             * @description How many author ids it has.
             */
            people: number;
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Requested By Side */
            requested_by_side: string;
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /**
             * Recorded At
             * @description From when it is known; null until it is in force.
             */
            recorded_at: string | null;
        };
        /**
         * TermsOut
         * @description A version of the terms that was in force in the period.
         */
        TermsOut: {
            /** Id */
            id: string;
            /** Valid From */
            valid_from: string;
            /** Recorded At */
            recorded_at: string;
            /** Reopen Window Hours */
            reopen_window_hours: string;
            repeat_contacts: components["schemas"]["RepeatContactsOut"];
            /**
             * Dimensions
             * @description By what figures are also told.
             */
            dimensions: {
                [key: string]: components["schemas"]["DimensionOut"];
            };
            sla: components["schemas"]["SlaOut"] | null;
            clocks: components["schemas"]["ClocksOut"];
        };
        /**
         * TestOut
         * @description How likely so large a difference is by chance; `p_adjusted`: beside all values compared here (Holm).
         */
        TestOut: {
            /**
             * Method
             * @enum {string}
             */
            method: "pooled_z" | "fisher" | "coded_answers";
            /** P Value */
            p_value: string;
            /** P Adjusted */
            p_adjusted: string;
        };
        /**
         * TicketImportOut
         * @description An import of a ticket export: read, compared, loaded where both agree, and undone.
         * @example {
         *       "compared_at": "2026-11-02T09:12:03.250011Z",
         *       "complete_orphans": false,
         *       "contract_id": "0199f3a0-1111-7c1e-9d53-0d3f5b6a7c11",
         *       "counts": {
         *         "different": 12,
         *         "equal": 3900,
         *         "missing_here": 205,
         *         "missing_there": 1,
         *         "orphan_here": 3,
         *         "unloadable": 4
         *       },
         *       "done": 4120,
         *       "faults": [
         *         {
         *           "fault": "clock_back",
         *           "field": "created_at",
         *           "line": 18
         *         }
         *       ],
         *       "faulty": 2,
         *       "file_name": "tickets-2026.csv",
         *       "first_created_at": "2025-11-01T07:02:11.000000Z",
         *       "id": "0199f3a0-3c5e-7c1e-9d53-0d3f5b6a7c11",
         *       "last_created_at": "2026-10-31T16:40:05.000000Z",
         *       "loaded": 0,
         *       "reading": {
         *         "columns": {
         *           "created_at": "Requested",
         *           "status": "Status",
         *           "ticket_id": "Id"
         *         },
         *         "date_order": "dmy",
         *         "delimiter": ";",
         *         "encoding": "utf-8",
         *         "format": "csv",
         *         "system": "zendesk",
         *         "zone": "Europe/Paris"
         *       },
         *       "requested_at": "2026-11-02T09:12:00.104822Z",
         *       "requested_by": "0199f3a0-2222-7c1e-9d53-0d3f5b6a7c11",
         *       "requested_by_side": "donneur_ordre",
         *       "rows": 4120,
         *       "sha256": "6dd9e9aa2d1c2e0f1b9f0c9a4c4d1b6e8b1f3f0a6a1d5d8d0d8b7f3f8c1d2e3f",
         *       "size": 482113,
         *       "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
         *       "state": "compared"
         *     }
         */
        TicketImportOut: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /** Source Id */
            source_id: string;
            /**
             * State
             * @enum {string}
             */
            state: "comparing" | "compared" | "proposed" | "approved" | "running" | "done" | "undo_proposed" | "undoing" | "undone" | "refused" | "expired" | "failed";
            /** File Name */
            file_name: string;
            /**
             * Sha256
             * @description Of the file, which is not kept.
             */
            sha256: string;
            /** Size */
            size: number;
            reading: components["schemas"]["ImportReading"];
            /** Requested At */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Requested By Side */
            requested_by_side: string;
            /** Rows */
            rows: number;
            /** Faulty */
            faulty: number;
            /**
             * Faults
             * @description The first 200.
             */
            faults: components["schemas"]["FaultyRow"][];
            /** First Created At */
            first_created_at: string | null;
            /** Last Created At */
            last_created_at: string | null;
            /**
             * Done
             * @description Rows that are compared, or gone through by the load.
             */
            done: number;
            /** @description Null until compared. */
            counts: components["schemas"]["ImportCounts"] | null;
            /** Compared At */
            compared_at: string | null;
            /**
             * Already Loaded By
             * @description An earlier import that loads, or loaded, the same file.
             */
            already_loaded_by: string | null;
            /** Complete Orphans */
            complete_orphans: boolean;
            /** Asked At */
            asked_at: string | null;
            /** Asked By */
            asked_by: string | null;
            /** Asked By Side */
            asked_by_side: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string | null;
            /**
             * Loaded
             * @description Tickets that it brought.
             */
            loaded: number;
            /** Loaded At */
            loaded_at: string | null;
            /** Undo Asked At */
            undo_asked_at: string | null;
            /** Undo Asked By */
            undo_asked_by: string | null;
            /** Undo Asked By Side */
            undo_asked_by_side: string | null;
            /** Undo Answered At */
            undo_answered_at: string | null;
            /** Undo Answered By */
            undo_answered_by: string | null;
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * TicketOut
         * @description Facts of a ticket (D1 to D15), durations in whole seconds; null where a fact does not apply.
         *
         *     An excluded ticket carries only its creation and why; an orphan (no creation data yet) only `orphan: true`.
         * @example {
         *       "agent_created": false,
         *       "agent_wait_s": 0,
         *       "created_at": "2026-10-05T08:12:07.482913Z",
         *       "csat_satisfied": true,
         *       "fcr": false,
         *       "fcr_final": false,
         *       "first_resolution_s": 23273,
         *       "first_response_business_s": {
         *         "bureau": 2843
         *       },
         *       "first_response_s": 2843,
         *       "full_resolution_business_s": {},
         *       "one_touch": false,
         *       "orphan": false,
         *       "public_agent_messages": 1,
         *       "reopened_within_window": true,
         *       "reopens": 1,
         *       "requester_wait_business_s": {
         *         "bureau": 34240
         *       },
         *       "requester_wait_s": 109480,
         *       "sla_first_response_breached": false,
         *       "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
         *       "status": "open",
         *       "ticket_id": "48120"
         *     }
         */
        TicketOut: {
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /** Created At */
            created_at: string | null;
            /** Excluded */
            excluded: ("merged" | "spam" | "deleted") | null;
            /** Orphan */
            orphan: boolean | null;
            /** Agent Created */
            agent_created: boolean | null;
            /** Status */
            status: ("new" | "open" | "pending" | "hold" | "solved" | "closed") | null;
            /**
             * First Response S
             * @description First public message of a human agent (D6).
             */
            first_response_s: number | null;
            /** First Response Business S */
            first_response_business_s: {
                [key: string]: number | null;
            } | null;
            /** First Resolution S */
            first_resolution_s: number | null;
            /**
             * Full Resolution S
             * @description Last solve, only while solved or closed (D7).
             */
            full_resolution_s: number | null;
            /** Full Resolution Business S */
            full_resolution_business_s: {
                [key: string]: number | null;
            } | null;
            /**
             * Full Resolution Contractual S
             * @description Reopens followed within the window only (D8).
             */
            full_resolution_contractual_s: number | null;
            /**
             * Requester Wait S
             * @description New, open and hold, until `as_of` (D9).
             */
            requester_wait_s: number | null;
            /** Requester Wait Business S */
            requester_wait_business_s: {
                [key: string]: number | null;
            } | null;
            /**
             * Agent Wait S
             * @description Pending, until `as_of` (D9).
             */
            agent_wait_s: number | null;
            /** Public Agent Messages */
            public_agent_messages: number | null;
            /**
             * One Touch
             * @description Null until a first solve (D10).
             */
            one_touch: boolean | null;
            /**
             * Fcr
             * @description First-contact resolution by ticket; null until a first solve (D10).
             */
            fcr: boolean | null;
            /**
             * Fcr Final
             * @description Whether the reopen window has passed.
             */
            fcr_final: boolean | null;
            /** Reopens */
            reopens: number | null;
            /** Reopened Within Window */
            reopened_within_window: boolean | null;
            /**
             * Csat Satisfied
             * @description Latest rating (D13).
             */
            csat_satisfied: boolean | null;
            /** Sla First Response Breached */
            sla_first_response_breached: boolean | null;
            /** Sla Resolution Breached */
            sla_resolution_breached: boolean | null;
        };
        /**
         * TicketRow
         * @description A ticket, flat; one more column per schedule and fact in business seconds, `first_response_business_s_bureau`.
         */
        TicketRow: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Title */
            contract_title: string;
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string;
            /** Created At */
            created_at: string | null;
            /** Excluded */
            excluded: ("merged" | "spam" | "deleted") | null;
            /** Orphan */
            orphan: boolean | null;
            /** Agent Created */
            agent_created: boolean | null;
            /** Status */
            status: ("new" | "open" | "pending" | "hold" | "solved" | "closed") | null;
            /** First Response S */
            first_response_s: number | null;
            /** First Resolution S */
            first_resolution_s: number | null;
            /** Full Resolution S */
            full_resolution_s: number | null;
            /** Full Resolution Contractual S */
            full_resolution_contractual_s: number | null;
            /** Requester Wait S */
            requester_wait_s: number | null;
            /** Agent Wait S */
            agent_wait_s: number | null;
            /** Public Agent Messages */
            public_agent_messages: number | null;
            /** One Touch */
            one_touch: boolean | null;
            /** Fcr */
            fcr: boolean | null;
            /** Fcr Final */
            fcr_final: boolean | null;
            /** Reopens */
            reopens: number | null;
            /** Reopened Within Window */
            reopened_within_window: boolean | null;
            /** Csat Satisfied */
            csat_satisfied: boolean | null;
            /** Sla First Response Breached */
            sla_first_response_breached: boolean | null;
            /** Sla Resolution Breached */
            sla_resolution_breached: boolean | null;
            /** Watermark */
            watermark: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * TicketsPull
         * @description A page of tickets, by contract, ticket and source; every page of a pull is of the same instants.
         */
        TicketsPull: {
            /**
             * Next
             * @description Absolute address of the next page; null on the last one.
             */
            next: string | null;
            /** Next Cursor */
            next_cursor: string | null;
            /**
             * Count
             * @description Rows of this page.
             */
            count: number;
            /**
             * Watermark
             * @description Sum of the change numbers of the contracts. Grows with every change of what the rows are made of; 0 for rows of a past, which never change.
             */
            watermark: number;
            /** Data */
            data: components["schemas"]["TicketRow"][];
        };
        /**
         * TimesOut
         * @description Unsolved time in whole seconds, by whose it was: the four add up to `total_s`.
         *
         *     New and open are the provider's time; of pending and hold the contract says whose.
         */
        TimesOut: {
            /** Sous Traitant S */
            sous_traitant_s: number;
            /** Donneur Ordre S */
            donneur_ordre_s: number;
            /** Customer S */
            customer_s: number;
            /** Third Party S */
            third_party_s: number;
            /** Total S */
            total_s: number;
        };
        /**
         * TodayOut
         * @description The local day of the contract so far, of the whole team: no person, no pseudonym, no ranking.
         */
        TodayOut: {
            /** As Of */
            as_of: string;
            /** Zone */
            zone: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** @description Null where more than 20,000 tickets are open or were touched today: then only `goals` are told. */
            board: components["schemas"]["BoardOut"] | null;
            /** Goals */
            goals: components["schemas"]["GoalOut"][];
        };
        /**
         * ToldValue
         * @description A value that tickets of the source were told to have.
         */
        ToldValue: {
            /**
             * Attribute
             * @enum {string}
             */
            attribute: "brand" | "form" | "group" | "channel" | "tag";
            /** Value */
            value: string;
            /**
             * Tickets
             * @description Among those looked at.
             */
            tickets: number;
        };
        /**
         * ToldValues
         * @description What conditions may be made of: values of the tickets heard of lately.
         */
        ToldValues: {
            /** Items */
            items: components["schemas"]["ToldValue"][];
        };
        /**
         * TrialOut
         * @description What would become of the body if the tool sent it now; nothing of it was stored.
         */
        KpiTrialOut: {
            /** Source Id */
            source_id: string;
            /** Tried At */
            tried_at: string;
            /** Body */
            body: string;
            /** Sha256 */
            sha256: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "accepted" | "duplicate" | "malformed" | "rejected_signature" | "rejected_stale";
            /** Conflict */
            conflict: boolean;
            /** Reason */
            reason: string | null;
            /**
             * Awaiting Secret
             * @description The tool's secret is not known: signed with one that nobody has.
             */
            awaiting_secret: boolean;
            /**
             * Headers
             * @description What the tool would send; of a signature only its beginning.
             */
            headers: {
                [key: string]: string;
            };
            /**
             * Command
             * @description Shell lines that send it; the secret is the variable `SECRET`.
             */
            command: string;
            /** Items */
            items: components["schemas"]["TriedItem"][];
            /** Events */
            events: components["schemas"]["TriedEvent"][];
            /** Tickets */
            tickets: components["schemas"]["TriedTicket"][];
        };
        /**
         * TriedEvent
         * @description A neutral event that was read.
         */
        TriedEvent: {
            /** Ticket Id */
            ticket_id: string;
            /**
             * Effective At
             * @description When it would count (D3).
             */
            effective_at: string;
            /**
             * Skewed
             * @description Its time is ahead by more than 120 s: the time of reception counts.
             */
            skewed: boolean;
            /**
             * Event
             * @description Without who it was: persons are told as `pseudonym`.
             */
            event: {
                [key: string]: unknown;
            };
        };
        /**
         * TriedItem
         * @description One event of the body: a batch has several.
         */
        TriedItem: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "accepted" | "duplicate" | "malformed";
            /** Conflict */
            conflict: boolean;
            /** Reason */
            reason: string | null;
            /** Event Type */
            event_type: string | null;
            /** Ticket Id */
            ticket_id: string | null;
        };
        /**
         * TriedTicket
         * @description What a ticket would be with these events: by them alone, and with all that is known of it.
         */
        TriedTicket: {
            /** Ticket Id */
            ticket_id: string;
            /**
             * Known
             * @description Whether events of this ticket are stored already.
             */
            known: boolean;
            /**
             * In Scope
             * @description Null while its creation is not told.
             */
            in_scope: boolean | null;
            /**
             * Out Of Scope
             * @description The condition that leaves it out.
             */
            out_of_scope: string | null;
            alone: components["schemas"]["TicketOut"] | null;
            /** @description Null where it would not be a ticket of the contract. */
            merged: components["schemas"]["TicketOut"] | null;
            /**
             * Counts
             * @description Differences to what the ticket counts for now, `out_of_scope.…` included. What rests on other tickets too (`fcr_observed`, `repeat_rate`) is not told.
             */
            counts: components["schemas"]["Counted"][];
        };
        /**
         * VerdictCount
         * @description How many deliveries met one fate in the last 30 days.
         */
        VerdictCount: {
            /** Verdict */
            verdict: string;
            /** Conflict */
            conflict: boolean;
            /** Deliveries */
            deliveries: number;
            /** Last Received At */
            last_received_at: string;
        };
        /**
         * VersionOut
         * @description A published version of the figure.
         */
        VersionOut: {
            /** Version */
            version: number;
            /** Published At */
            published_at: string;
            /** Value */
            value: string | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "met_within_tolerance" | "missed" | "no_target" | "no_value" | "insufficient_sample" | "incomplete";
        };
        /**
         * VersionValueOut
         * @description What one version told.
         */
        VersionValueOut: {
            /** Version */
            version: number;
            /** Published At */
            published_at: string;
            /** Value */
            value: string | null;
            /** Numerator */
            numerator: number | null;
            /** Denominator */
            denominator: number | null;
            /** Target */
            target: string | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "met_within_tolerance" | "missed" | "no_target" | "no_value" | "insufficient_sample" | "incomplete";
        };
        /**
         * WaitingOut
         * @description What waits in quarantine of a span.
         * @example {
         *       "first_received_at": "2026-10-05T08:02:11.204518Z",
         *       "last_received_at": "2026-10-05T16:47:03.118802Z",
         *       "waiting": 12
         *     }
         */
        WaitingOut: {
            /** Waiting */
            waiting: number;
            /**
             * First Received At
             * @description Null when none waits.
             */
            first_received_at: string | null;
            /**
             * Last Received At
             * @description Null when none waits.
             */
            last_received_at: string | null;
        };
        /**
         * WatermarkOut
         * @description Grows when anything that a page of the contract shows has changed.
         * @example {
         *       "data_as_of": "2026-11-22T05:36:05.482913Z",
         *       "watermark": "1234"
         *     }
         */
        WatermarkOut: {
            /** Watermark */
            watermark: string;
            /** Data As Of */
            data_as_of: string | null;
        };
        /**
         * Words
         * @description The same in both languages.
         */
        Words: {
            /** Fr */
            fr: string;
            /** En */
            en: string;
        };
        /**
         * ExplanationOut
         * @description What a figure is made of, down to the events.
         * @example {
         *       "calendar": {
         *         "from": "2026-09-30T22:00:00Z",
         *         "holidays": [],
         *         "to": "2026-10-31T23:00:00Z",
         *         "zone": "Europe/Paris"
         *       },
         *       "commitment": {
         *         "class": "contractual",
         *         "clause": "Article 6.3: sept demandes sur dix sont résolues au premier contact.",
         *         "direction": "higher",
         *         "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
         *         "objective": {
         *           "id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *           "statement": "Résoudre au premier contact deux demandes sur trois"
         *         },
         *         "recorded_at": "2026-09-15T08:12:00.123456Z",
         *         "target": "0.7200",
         *         "tolerance": "0.0200",
         *         "valid_from": "2026-09-30T22:00:00Z",
         *         "weight": "2"
         *       },
         *       "counts": {
         *         "in": {
         *           "denominator": 2000,
         *           "numerator": 1438,
         *           "pending": 0
         *         },
         *         "out": [
         *           {
         *             "reason": "merged",
         *             "tickets": 31
         *           },
         *           {
         *             "reason": "not_solved",
         *             "tickets": 212
         *           }
         *         ]
         *       },
         *       "figure": {
         *         "certainty": "exact",
         *         "commitment": {
         *           "class": "contractual",
         *           "clause": "Article 6.3: sept demandes sur dix sont résolues au premier contact.",
         *           "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
         *           "objective_id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
         *           "orphan": false,
         *           "valid_from": "2026-09-30T22:00:00Z",
         *           "weight": "2"
         *         },
         *         "data_as_of": "2026-11-22T05:36:05.482913Z",
         *         "denominator": 2000,
         *         "dimensions": {},
         *         "direction": "higher",
         *         "figure_id": "AZfzsBorfD2OT1prfI2eBGZjcl90aWNrZXQuLjIwMjYtMTA",
         *         "indicator": "fcr_ticket",
         *         "numerator": 1438,
         *         "period": "2026-10",
         *         "provisional": false,
         *         "sample_size": 2000,
         *         "state": "closed",
         *         "target": "0.7200",
         *         "tolerance": "0.0200",
         *         "unit": "ratio",
         *         "value": "0.7190",
         *         "verdict": "met_within_tolerance",
         *         "version": 3
         *       },
         *       "formula": {
         *         "denominator": {
         *           "en": "Tickets first solved in the period",
         *           "fr": "Demandes résolues une première fois dans la période"
         *         },
         *         "numerator": {
         *           "en": "Tickets solved with at most one public agent message and not reopened within the window",
         *           "fr": "Demandes résolues avec au plus un message public de conseiller et non rouvertes dans la fenêtre"
         *         },
         *         "reference_event": {
         *           "en": "First solve",
         *           "fr": "Première résolution"
         *         },
         *         "source": "D10",
         *         "text": {
         *           "en": "Tickets resolved at first contact / tickets first solved in the period",
         *           "fr": "Demandes résolues au premier contact / demandes résolues une première fois dans la période"
         *         }
         *       },
         *       "handled": {
         *         "both": 97,
         *         "donneur_ordre": 24,
         *         "nobody": 18,
         *         "sous_traitant": 1861
         *       },
         *       "heard": {
         *         "elapsed_s": 2682000,
         *         "minimum_data_completeness": "0.98",
         *         "minimum_time_heard": "0.95",
         *         "silent_s": 0
         *       },
         *       "recomputed": {
         *         "denominator": 2000,
         *         "equal": true,
         *         "numerator": 1438,
         *         "tickets_read": 2243,
         *         "value": "0.7190"
         *       },
         *       "terms": [
         *         {
         *           "clocks": {
         *             "first_response_stops": [],
         *             "hold": "third_party",
         *             "hold_reasons": {
         *               "attente siège": "donneur_ordre"
         *             },
         *             "pending": "customer",
         *             "resolution_stops": [
         *               "customer",
         *               "donneur_ordre"
         *             ],
         *             "time_leaves_out": []
         *           },
         *           "dimensions": {
         *             "channel": {
         *               "attribute": "channel"
         *             }
         *           },
         *           "id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05",
         *           "recorded_at": "2026-09-15T08:05:00.123456Z",
         *           "reopen_window_hours": "168",
         *           "repeat_contacts": {
         *             "across_sources": false,
         *             "days": 7,
         *             "reason": "form"
         *           },
         *           "sla": {
         *             "first_response_target_seconds": 3600,
         *             "priorities": [],
         *             "resolution_target_seconds": 28800,
         *             "schedule": "office"
         *           },
         *           "valid_from": "2026-09-30T22:00:00Z"
         *         }
         *       ],
         *       "tickets": {
         *         "items": [
         *           {
         *             "counted": "in",
         *             "events": [
         *               {
         *                 "delivery_id": "0197f3c0-9a8b-7c6d-8e5f-4a3b2c1d0e09",
         *                 "effective_at": "2026-10-05T08:12:07.482913Z",
         *                 "kind": "created",
         *                 "origin": "live",
         *                 "received_at": "2026-10-05T08:12:08.101Z",
         *                 "recorded_at": "2026-10-05T08:12:08.113402Z"
         *               }
         *             ],
         *             "handled_by": "sous_traitant",
         *             "in_numerator": true,
         *             "pending": false,
         *             "priority": "urgent",
         *             "reference_at": "2026-10-05T12:41:53Z",
         *             "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
         *             "ticket_id": "48120",
         *             "times": {
         *               "customer_s": 6800,
         *               "donneur_ordre_s": 0,
         *               "sous_traitant_s": 9386,
         *               "third_party_s": 0,
         *               "total_s": 16186
         *             }
         *           }
         *         ]
         *       },
         *       "times": {
         *         "customer_s": 22310007,
         *         "donneur_ordre_s": 1804112,
         *         "sous_traitant_s": 41208310,
         *         "third_party_s": 3120554,
         *         "total_s": 68442983
         *       },
         *       "versions": [
         *         {
         *           "published_at": "2026-11-04T10:15:00.482913Z",
         *           "value": "0.7190",
         *           "verdict": "met_within_tolerance",
         *           "version": 3
         *         }
         *       ]
         *     }
         */
        services__kpi__explanations__schemas__ExplanationOut: {
            figure: components["schemas"]["FigureOut"];
            formula: components["schemas"]["FormulaOut"];
            commitment: components["schemas"]["CommitmentOut"] | null;
            /** Terms */
            terms: components["schemas"]["TermsOut"][];
            calendar: components["schemas"]["CalendarOut"];
            counts: components["schemas"]["Counts"];
            heard: components["schemas"]["HeardOut"];
            /** @description Of the tickets that count, added up; null where none of them is a ticket that was worked on. */
            times: components["schemas"]["TimesOut"] | null;
            /** @description Of the tickets that count; null where nothing tells the donneur d'ordre's own staff apart. */
            handled: components["schemas"]["HandledOut"] | null;
            recomputed: components["schemas"]["Recomputed"];
            /** Versions */
            versions: components["schemas"]["VersionOut"][];
            tickets: components["schemas"]["CountedTickets"];
        };
        /**
         * IntervalOut
         * @description Where the true value of a sample lies, in the unit of the value.
         */
        services__kpi__figures__schemas__IntervalOut: {
            /** Low */
            low: string;
            /** High */
            high: string;
            /**
             * Level
             * @constant
             */
            level: "0.95";
        };
        /**
         * ExplanationOut
         * @description What a manager of a party said of a gap; both read it.
         */
        services__kpi__health__schemas__ExplanationOut: {
            /**
             * Kind
             * @description `quiet`: nothing was to come; `made_up`: what was missing came in another way.
             * @enum {string}
             */
            kind: "quiet" | "made_up";
            /** Reason */
            reason: string;
            /** At */
            at: string;
            /** By */
            by: string;
            /** By Side */
            by_side: string;
        };
        /**
         * IntervalOut
         * @description Where the true value lies; in the unit of the value.
         */
        services__kpi__series__schemas__IntervalOut: {
            /** Low */
            low: string;
            /** High */
            high: string;
            /**
             * Level
             * @default 0.95
             * @constant
             */
            level: "0.95";
        };
        /**
         * AnswerFate
         * @description What became of one answer.
         */
        AnswerFate: {
            /** Key */
            key: string;
            /**
             * Verdict
             * @description `duplicate`: kept before, unchanged. `conflict`: the key came with another answer, which stays.
             * @enum {string}
             */
            verdict: "stored" | "duplicate" | "conflict";
            /** Id */
            id: string | null;
            /**
             * Counted
             * @description False where the same answer counts already: it came with its ticket.
             */
            counted: boolean;
        };
        /**
         * AnswerHeld
         * @description An answer of the person, with their words as they came.
         */
        AnswerHeld: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source Id */
            source_id: string;
            /** Answer Key */
            answer_key: string;
            /** Ticket Id */
            ticket_id: string | null;
            /** Ticket Url */
            ticket_url: string | null;
            /** Kind */
            kind: string;
            /** Score */
            score: number;
            /** Scale Max */
            scale_max: number;
            /** Channel */
            channel: string | null;
            /** Answered At */
            answered_at: string;
            /** Recorded At */
            recorded_at: string;
            /** Comment */
            comment: string | null;
            /** Comment As Shown */
            comment_as_shown: string | null;
        };
        /**
         * AnswerView
         * @description One answer, without its free text.
         * @example {
         *       "answered_at": "2026-10-12T14:03:00Z",
         *       "door": "ticket",
         *       "has_comment": true,
         *       "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
         *       "kind": "csat",
         *       "recorded_at": "2026-10-12T14:03:02.512Z",
         *       "scale_max": 5,
         *       "score": 5,
         *       "source_id": "src_Zk3v9",
         *       "ticket_id": "48213"
         *     }
         */
        AnswerView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source Id */
            source_id: string;
            /** Ticket Id */
            ticket_id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "csat" | "nps" | "fcr_declared";
            /** Score */
            score: number;
            /** Scale Max */
            scale_max: number;
            /** Answered At */
            answered_at: string;
            /** Recorded At */
            recorded_at: string;
            /** Has Comment */
            has_comment: boolean;
            /**
             * Door
             * @description How it came: with a ticket, to us by API or file, or from a survey tool.
             * @enum {string}
             */
            door: "ticket" | "api" | "csv" | "xlsx" | "tool";
            /** Channel */
            channel: string | null;
            /** Ticket Url */
            ticket_url: string | null;
            /**
             * Same As
             * @description The answer that this one is, told through another door: only that one counts.
             */
            same_as: string | null;
        };
        /**
         * AnswersReceived
         * @description One fate per answer, in order.
         */
        AnswersReceived: {
            /** Items */
            items: components["schemas"]["AnswerFate"][];
            summary: components["schemas"]["Summary"];
        };
        /**
         * Changed
         * @description Who did it, and when: shown to both parties.
         */
        Changed: {
            /** At */
            at: string;
            /**
             * Side
             * @enum {string}
             */
            side: "donneur_ordre" | "sous_traitant";
            /** Name */
            name: string | null;
        };
        /**
         * FieldOf
         * @description One field of the survey and what it is here.
         */
        FieldOf: {
            /**
             * Field
             * @description As the tool calls it: see `questions`.
             */
            field: string;
            /**
             * Role
             * @description The question, its comment, or what the answer is about.
             * @enum {string}
             */
            role: "nps" | "csat" | "fcr_declared" | "comment" | "ticket" | "ticket_url" | "channel";
            /**
             * Scale Max
             * @description Of a satisfaction rating: its highest; left out, 5.
             */
            scale_max?: number | null;
        };
        /**
         * FieldsOf
         * @description What the fields of a tool are; those that are not named are not read.
         * @example {
         *       "fields": [
         *         {
         *           "field": "kq1b7",
         *           "role": "nps"
         *         },
         *         {
         *           "field": "kq2d9",
         *           "role": "comment"
         *         },
         *         {
         *           "field": "hidden:ticket",
         *           "role": "ticket"
         *         }
         *       ]
         *     }
         */
        FieldsOf: {
            /** Fields */
            fields: components["schemas"]["FieldOf"][];
        };
        /**
         * Findings
         * @description How much is held about the person now; what is in it is in the export.
         */
        Findings: {
            /** Tickets */
            tickets: number;
            /** Contents */
            contents: number;
            /** Answers */
            answers: number;
            /** Words */
            words: number;
            /** Truncated */
            truncated: boolean;
        };
        /**
         * HeaderCell
         * @description One column of the file.
         */
        HeaderCell: {
            /**
             * Position
             * @description The first is 1.
             */
            position: number;
            /** Name */
            name: string;
            /**
             * Column
             * @description What it is read as; null: it is not read.
             */
            column: ("key" | "kind" | "score" | "scale" | "answered_at" | "comment" | "ticket" | "ticket_url" | "channel") | null;
        };
        /**
         * HiddenOut
         * @description How many pieces of one kind of personal data were masked.
         */
        HiddenOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "email" | "phone" | "iban" | "card" | "nir" | "plate" | "address" | "birth_date" | "identifier" | "link" | "handle" | "person";
            /** Count */
            count: number;
        };
        /**
         * ImportAuthor
         * @description Who sent the file: shown to both parties.
         */
        ImportAuthor: {
            /**
             * Side
             * @enum {string}
             */
            side: "donneur_ordre" | "sous_traitant";
            /** Name */
            name: string | null;
        };
        /**
         * ImportForeseen
         * @description How the file would be read, and what would become of each line; nothing was kept.
         */
        ImportForeseen: {
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /**
             * Encoding
             * @description As it was found; null: a workbook.
             */
            encoding: ("utf-8" | "utf-16" | "windows-1252") | null;
            /** Delimiter */
            delimiter: string | null;
            /**
             * Sheet
             * @description Of a workbook: the first visible sheet with anything in it.
             */
            sheet: string | null;
            /**
             * Sheets
             * @description How many visible sheets there are; the others are not read.
             */
            sheets: number;
            /** Lines */
            lines: components["schemas"]["LineFate"][];
            summary: components["schemas"]["ImportSummary"];
            /** Header */
            header: components["schemas"]["HeaderCell"][];
            /**
             * Missing
             * @description Columns that are needed and not found; then no line is judged.
             */
            missing: ("key" | "kind" | "score" | "scale" | "answered_at" | "comment" | "ticket" | "ticket_url" | "channel")[];
            /** Shown */
            shown: components["schemas"]["ShownLine"][];
        };
        /**
         * ImportOut
         * @description One import: a file, perhaps in parts.
         * @example {
         *       "author": {
         *         "name": "Inès Morel",
         *         "side": "sous_traitant"
         *       },
         *       "created_at": "2026-11-03T09:12:00Z",
         *       "file_name": "enquête octobre.xlsx",
         *       "format": "xlsx",
         *       "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "sha256": [
         *         "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *       ],
         *       "summary": {
         *         "conflict": 0,
         *         "duplicate": 3,
         *         "refused": 2,
         *         "stored": 412
         *       }
         *     }
         */
        ImportOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            author: components["schemas"]["ImportAuthor"];
            /** File Name */
            file_name: string | null;
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /**
             * Sha256
             * @description Of each part, as it was received.
             */
            sha256: string[];
            /** Created At */
            created_at: string;
            summary: components["schemas"]["ImportSummary"];
            undone: components["schemas"]["Undone"] | null;
        };
        /**
         * ImportReceived
         * @description What was kept, and of which import it is part.
         */
        ImportReceived: {
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /**
             * Encoding
             * @description As it was found; null: a workbook.
             */
            encoding: ("utf-8" | "utf-16" | "windows-1252") | null;
            /** Delimiter */
            delimiter: string | null;
            /**
             * Sheet
             * @description Of a workbook: the first visible sheet with anything in it.
             */
            sheet: string | null;
            /**
             * Sheets
             * @description How many visible sheets there are; the others are not read.
             */
            sheets: number;
            /** Lines */
            lines: components["schemas"]["LineFate"][];
            summary: components["schemas"]["ImportSummary"];
            /**
             * Import Id
             * Format: uuid
             * @description Undo takes back all of it; further parts of a file name it.
             */
            import_id: string;
        };
        /**
         * ImportSummary
         * @description How many of each.
         */
        ImportSummary: {
            /** Stored */
            stored: number;
            /** Duplicate */
            duplicate: number;
            /** Conflict */
            conflict: number;
            /** Refused */
            refused: number;
        };
        /**
         * LineFate
         * @description What became of one line of the file; the header is line 1.
         */
        LineFate: {
            /** Line */
            line: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "stored" | "duplicate" | "conflict" | "refused";
            /**
             * Column
             * @description Where it is wrong.
             */
            column?: ("key" | "kind" | "score" | "scale" | "answered_at" | "comment" | "ticket" | "ticket_url" | "channel") | null;
            /**
             * Fault
             * @description Why it was refused, as a code.
             */
            fault?: ("missing" | "question" | "number" | "whole_number" | "yes_or_no" | "scale" | "beyond_scale" | "date_form" | "no_such_date" | "no_zone" | "clock_back" | "clock_forward" | "too_early" | "future" | "link" | "too_long" | "control_characters" | "formula" | "cell_error") | null;
            /**
             * Reason
             * @description Why it was refused; never what it held.
             */
            reason?: string | null;
            /** Counted */
            counted: boolean;
        };
        /**
         * NewAnswer
         * @description One answer of an end customer.
         */
        NewAnswer: {
            /**
             * Key
             * @description Yours: an answer sent again under the same key is kept once.
             */
            key: string;
            /**
             * Kind
             * @description `fcr_declared`: was it solved at first contact? 1 for yes, 0 for no.
             * @enum {string}
             */
            kind: "csat" | "nps" | "fcr_declared";
            /** Score */
            score: number;
            /**
             * Scale Max
             * @description The highest rating: 5 unless said; 10 for `nps`, 1 for `fcr_declared`.
             */
            scale_max?: number | null;
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /** Comment */
            comment?: string | null;
            /** Ticket Id */
            ticket_id?: string | null;
            /**
             * Ticket Url
             * @description The ticket in the tool: http or https only; shown as a link, never opened by us.
             */
            ticket_url?: string | null;
            /** Channel */
            channel?: string | null;
        };
        /**
         * NewAnswers
         * @description Answers to keep: one, or a batch; all of them are right, or none is kept.
         * @example {
         *       "answers": [
         *         {
         *           "answered_at": "2026-10-12T14:03:00+02:00",
         *           "channel": "e-mail",
         *           "comment": "Réponse claire, rappelez-moi au 06 39 98 00 00.",
         *           "key": "enquete-7731",
         *           "kind": "nps",
         *           "score": 9,
         *           "ticket_id": "48213",
         *           "ticket_url": "https://outil.example/tickets/48213"
         *         }
         *       ]
         *     }
         */
        NewAnswers: {
            /** Answers */
            answers: components["schemas"]["NewAnswer"][];
        };
        /**
         * NewPersonRequest
         * @description What an end customer asks for, and how they are found; the references are sealed, and forgotten at the end.
         * @example {
         *       "case_reference": "DPO-2026-14",
         *       "in_charge": "donneur_ordre",
         *       "kind": "erasure",
         *       "received_on": "2026-11-03",
         *       "references": [
         *         {
         *           "kind": "email",
         *           "value": "camille@exemple.fr"
         *         }
         *       ]
         *     }
         */
        NewPersonRequest: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "access" | "erasure";
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /**
             * In Charge
             * @description Who answers the person: the controller, unless agreed otherwise.
             * @default donneur_ordre
             * @enum {string}
             */
            in_charge: "donneur_ordre" | "sous_traitant";
            /**
             * Case Reference
             * @description Your own number of the case; no name, both parties read it.
             */
            case_reference?: string | null;
            /** References */
            references: components["schemas"]["Reference"][];
        };
        /**
         * NewTool
         * @description A survey tool to connect.
         * @example {
         *       "fields": [],
         *       "name": "Formbricks du service clients",
         *       "secret_later": true,
         *       "system": "formbricks"
         *     }
         * @example {
         *       "fields": [
         *         {
         *           "field": "kq1b7",
         *           "role": "nps"
         *         },
         *         {
         *           "field": "kq2d9",
         *           "role": "comment"
         *         },
         *         {
         *           "field": "hidden:ticket",
         *           "role": "ticket"
         *         }
         *       ],
         *       "name": "Enquête après contact",
         *       "system": "typeform"
         *     }
         */
        NewTool: {
            /** Fields */
            fields?: components["schemas"]["FieldOf"][];
            /**
             * System
             * @enum {string}
             */
            system: "formbricks" | "typeform" | "generic";
            /** Name */
            name: string;
            /**
             * Secret
             * @description The one that the tool dictates; left out, one is drawn.
             */
            secret?: string | null;
            /**
             * Secret Later
             * @description The tool dictates one that is not known yet: what comes is held.
             * @default false
             */
            secret_later: boolean;
            /**
             * Tolerance Seconds
             * @description How far the signed time may be from the reception; left out, 300. Typeform signs none.
             */
            tolerance_seconds?: number | null;
        };
        /**
         * NewToolSecret
         * @description A secret to put in the place of the present one, which stays good for a while.
         * @example {
         *       "overlap_seconds": 86400
         *     }
         */
        NewToolSecret: {
            /** Secret */
            secret?: string | null;
            /**
             * Overlap Seconds
             * @default 86400
             */
            overlap_seconds: number;
        };
        /**
         * NextStep
         * @description What happens to a request.
         */
        NextStep: {
            /**
             * Step
             * @enum {string}
             */
            step: "start" | "extend" | "erase" | "answer" | "refuse";
            /**
             * Reason
             * @description Needed to extend and to refuse: it is told to the person. No name.
             */
            reason?: string | null;
        };
        /** Page[AnswerView] */
        Page_AnswerView_: {
            /** Items */
            items: components["schemas"]["AnswerView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ImportOut] */
        Page_ImportOut_: {
            /** Items */
            items: components["schemas"]["ImportOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[PersonRequestOut] */
        Page_PersonRequestOut_: {
            /** Items */
            items: components["schemas"]["PersonRequestOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[SurveyDeliveryOut] */
        Page_SurveyDeliveryOut_: {
            /** Items */
            items: components["schemas"]["SurveyDeliveryOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[VerbatimOut] */
        Page_VerbatimOut_: {
            /** Items */
            items: components["schemas"]["VerbatimOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PersonExport
         * @description All that Copil holds about a person in a contract: article 15.
         */
        PersonExport: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Made At */
            made_at: string;
            /**
             * Tickets
             * @description Each with its neutral events, in which the person is a pseudonym.
             */
            tickets: {
                [key: string]: unknown;
            }[];
            /**
             * Deliveries
             * @description What the tools sent, as it came.
             */
            deliveries: {
                [key: string]: unknown;
            }[];
            /** Answers */
            answers: components["schemas"]["AnswerHeld"][];
            /**
             * Truncated
             * @description More deliveries were found than one answer holds: ask the operator.
             */
            truncated: boolean;
        };
        /**
         * PersonRequestOut
         * @description A request, the same for both parties; who the person is is not in it.
         * @example {
         *       "case_reference": "DPO-2026-14",
         *       "due_on": "2026-12-03",
         *       "erasure": "waiting",
         *       "extended": false,
         *       "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
         *       "identified_by": [
         *         "email"
         *       ],
         *       "in_charge": "donneur_ordre",
         *       "kind": "erasure",
         *       "pseudonyms": [
         *         "6d0f…"
         *       ],
         *       "received_on": "2026-11-03",
         *       "state": "in_progress",
         *       "steps": [
         *         {
         *           "at": "2026-11-03T10:00:00Z",
         *           "side": "donneur_ordre",
         *           "step": "record"
         *         }
         *       ]
         *     }
         */
        PersonRequestOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "access" | "erasure";
            /**
             * State
             * @enum {string}
             */
            state: "received" | "in_progress" | "answered" | "refused";
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /**
             * Due On
             * Format: date
             * @description One month after the reception, three once extended (article 12.3).
             */
            due_on: string;
            /** Extended */
            extended: boolean;
            /**
             * In Charge
             * @enum {string}
             */
            in_charge: "donneur_ordre" | "sous_traitant";
            /** Case Reference */
            case_reference: string | null;
            /** Identified By */
            identified_by: ("requester" | "email" | "ticket" | "answer")[];
            /**
             * Pseudonyms
             * @description Of the references, keyed by contract: tells one person, names nobody.
             */
            pseudonyms: string[];
            /**
             * Erasure
             * @description `ordered`, `waiting` (raw contents are erased), `words` (answers are), `done`; null: not ordered.
             */
            erasure: ("ordered" | "waiting" | "words" | "done") | null;
            /**
             * Erased
             * @description How much was erased: `tickets`, `contents`, `answers`.
             */
            erased: {
                [key: string]: number;
            } | null;
            /** Steps */
            steps: components["schemas"]["StepTaken"][];
        };
        /**
         * QuestionList
         * @description The fields of the latest deliveries.
         */
        QuestionList: {
            /** Items */
            items: components["schemas"]["QuestionOut"][];
        };
        /**
         * QuestionOut
         * @description A field that the latest deliveries held: never what was answered.
         */
        QuestionOut: {
            /** Id */
            id: string;
            /** Title */
            title: string | null;
            /**
             * Form
             * @enum {string}
             */
            form: "number" | "text" | "boolean" | "other";
            /**
             * Deliveries
             * @description In how many of the latest it was.
             */
            deliveries: number;
            /**
             * Role
             * @description What it is here.
             */
            role: ("nps" | "csat" | "fcr_declared" | "comment" | "ticket" | "ticket_url" | "channel") | null;
        };
        /**
         * Reference
         * @description One way to name the person.
         */
        Reference: {
            /**
             * Kind
             * @description `requester`: the tool's id of the requester; `answer`: the id or the key of an answer.
             * @enum {string}
             */
            kind: "requester" | "email" | "ticket" | "answer";
            /** Value */
            value: string;
        };
        /**
         * RereadOut
         * @description What another reading made of what waits, a batch at a time.
         * @example {
         *       "began_at": "2026-11-03T09:20:00Z",
         *       "more": false,
         *       "read": 12,
         *       "waiting": 1
         *     }
         */
        RereadOut: {
            /** Read */
            read: number;
            /**
             * Waiting
             * @description Read again, and still waiting.
             */
            waiting: number;
            /**
             * More
             * @description Whether there are others: ask again with `began_at`.
             */
            more: boolean;
            /** Began At */
            began_at: string;
        };
        /**
         * RereadWanted
         * @description From where to go on.
         * @example {}
         */
        RereadWanted: {
            /**
             * Began At
             * @description Of the first batch of this pass, while there is `more`.
             */
            began_at?: string | null;
        };
        /**
         * ScoreCount
         * @description Answers with one score.
         */
        ScoreCount: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "csat" | "nps" | "fcr_declared";
            /** Scale Max */
            scale_max: number;
            /** Score */
            score: number;
            /** Answers */
            answers: number;
            /** With Words */
            with_words: number;
        };
        /**
         * ScoresOut
         * @description Answers by question and score, each answer once; what is made of them are kpi's figures.
         */
        ScoresOut: {
            /** Items */
            items: components["schemas"]["ScoreCount"][];
        };
        /**
         * ShownLine
         * @description One of the first lines, as it is written.
         */
        ShownLine: {
            /** Line */
            line: number;
            /** Cells */
            cells: string[];
        };
        /**
         * StepTaken
         * @description One step, as both parties read it.
         */
        StepTaken: {
            /**
             * Step
             * @enum {string}
             */
            step: "record" | "start" | "extend" | "erase" | "erased" | "export" | "answer" | "refuse";
            /** At */
            at: string;
            /**
             * Side
             * @description Who took it; null: Copil.
             */
            side: ("donneur_ordre" | "sous_traitant") | null;
            /** Reason */
            reason?: string | null;
        };
        /**
         * Summary
         * @description How many of each.
         */
        Summary: {
            /** Stored */
            stored: number;
            /** Duplicate */
            duplicate: number;
            /** Conflict */
            conflict: number;
        };
        /**
         * SurveyDeliveryOut
         * @description One delivery and its fate; never what it held.
         */
        SurveyDeliveryOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Received At */
            received_at: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
            /** Conflict */
            conflict: boolean;
            /** Reason */
            reason: string | null;
            /** Trial */
            trial: boolean;
            /** Event Type */
            event_type: string | null;
            /**
             * First Id
             * @description Of a duplicate: the delivery that holds the key.
             */
            first_id: string | null;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @description `read`: its answers are kept. `nothing`: it tells of no finished response. `unmapped`: it answers no question that is mapped to a score. `quarantined`, `held` (until the secret is known): may be read again.
             * @enum {string}
             */
            state: "read" | "nothing" | "unmapped" | "quarantined" | "held" | "refused";
            /** Stored */
            stored: number;
            /** Known */
            known: number;
            /**
             * Contradicted
             * @description Answers that were kept before and differ: the first ones stay.
             */
            contradicted: number;
            /** Reread At */
            reread_at: string | null;
        };
        /**
         * ToolCreated
         * @description A tool, and its secret, shown this once.
         * @example {
         *       "awaiting_secret": false,
         *       "created": {
         *         "at": "2026-11-03T09:12:00Z",
         *         "name": "Inès Morel",
         *         "side": "sous_traitant"
         *       },
         *       "fields": [
         *         {
         *           "field": "kq1b7",
         *           "role": "nps"
         *         }
         *       ],
         *       "id": "5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b",
         *       "name": "Formbricks du service clients",
         *       "system": "formbricks",
         *       "tolerance_seconds": 300,
         *       "url": "https://copil.example/surveys/5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b"
         *     }
         */
        ToolCreated: {
            /** Id */
            id: string;
            /**
             * Url
             * @description Where the tool sends its webhooks.
             */
            url: string;
            /**
             * System
             * @enum {string}
             */
            system: "formbricks" | "typeform" | "generic";
            /** Name */
            name: string;
            /** Awaiting Secret */
            awaiting_secret: boolean;
            /** Previous Secret Until */
            previous_secret_until: string | null;
            /** Tolerance Seconds */
            tolerance_seconds: number;
            /** Fields */
            fields: components["schemas"]["FieldOf"][];
            created: components["schemas"]["Changed"];
            /** @description When its fields were last said. */
            changed: components["schemas"]["Changed"] | null;
            /**
             * Secret
             * @description Null while the tool's own is awaited.
             */
            secret: string | null;
        };
        /**
         * ToolList
         * @description The survey tools of a contract.
         */
        ToolList: {
            /** Items */
            items: components["schemas"]["ToolOut"][];
        };
        /**
         * ToolOut
         * @description A connected survey tool.
         * @example {
         *       "awaiting_secret": false,
         *       "created": {
         *         "at": "2026-11-03T09:12:00Z",
         *         "name": "Inès Morel",
         *         "side": "sous_traitant"
         *       },
         *       "fields": [
         *         {
         *           "field": "kq1b7",
         *           "role": "nps"
         *         }
         *       ],
         *       "id": "5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b",
         *       "name": "Formbricks du service clients",
         *       "system": "formbricks",
         *       "tolerance_seconds": 300,
         *       "url": "https://copil.example/surveys/5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b"
         *     }
         */
        ToolOut: {
            /** Id */
            id: string;
            /**
             * Url
             * @description Where the tool sends its webhooks.
             */
            url: string;
            /**
             * System
             * @enum {string}
             */
            system: "formbricks" | "typeform" | "generic";
            /** Name */
            name: string;
            /** Awaiting Secret */
            awaiting_secret: boolean;
            /** Previous Secret Until */
            previous_secret_until: string | null;
            /** Tolerance Seconds */
            tolerance_seconds: number;
            /** Fields */
            fields: components["schemas"]["FieldOf"][];
            created: components["schemas"]["Changed"];
            /** @description When its fields were last said. */
            changed: components["schemas"]["Changed"] | null;
        };
        /**
         * ToolSecret
         * @description The secret, shown this once, and how long the one before is still accepted.
         */
        ToolSecret: {
            /** Id */
            id: string;
            /** Secret */
            secret: string;
            /** Previous Secret Until */
            previous_secret_until: string | null;
        };
        /**
         * Trial
         * @description A response that nobody gave, signed and sent as the tool would; kept as a trial, it makes no answers.
         * @example {}
         */
        Trial: Record<string, never>;
        /**
         * TrialOut
         * @description How the trial went through the door that the tool uses.
         */
        FeedbackTrialOut: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
            /**
             * Receipt Id
             * Format: uuid
             */
            receipt_id: string;
            /**
             * State
             * @enum {string}
             */
            state: "read" | "nothing" | "unmapped" | "quarantined" | "held" | "refused";
            /** Reason */
            reason: string | null;
            /** Answers */
            answers: components["schemas"]["TriedAnswer"][];
        };
        /**
         * TriedAnswer
         * @description An answer that it would have made.
         */
        TriedAnswer: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "csat" | "nps" | "fcr_declared";
            /** Score */
            score: number;
            /** Scale Max */
            scale_max: number;
            /** Comment */
            comment: boolean;
            /** Ticket Id */
            ticket_id: string | null;
            /** Channel */
            channel: string | null;
        };
        /**
         * Undone
         * @description That it was taken back; what it had brought counts no more and its words are gone.
         */
        Undone: {
            /** At */
            at: string;
            /** Name */
            name: string | null;
            /**
             * Withdrawn
             * @description How many answers it took back.
             */
            withdrawn: number;
        };
        /**
         * VerbatimOut
         * @description One answer with its words.
         * @example {
         *       "answered_at": "2026-10-12T12:03:00Z",
         *       "channel": "e-mail",
         *       "counted": true,
         *       "door": "api",
         *       "erased": false,
         *       "hidden": [
         *         {
         *           "count": 1,
         *           "kind": "phone"
         *         }
         *       ],
         *       "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
         *       "kind": "nps",
         *       "scale_max": 10,
         *       "score": 9,
         *       "source_id": "feedback",
         *       "text": "Réponse claire, rappelez-moi au [[phone]].",
         *       "ticket_id": "48213",
         *       "ticket_url": "https://outil.example/tickets/48213"
         *     }
         */
        VerbatimOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "csat" | "nps" | "fcr_declared";
            /** Score */
            score: number;
            /** Scale Max */
            scale_max: number;
            /** Answered At */
            answered_at: string;
            /** Channel */
            channel: string | null;
            /**
             * Source Id
             * @description The source whose ticket brought it, or `feedback`.
             */
            source_id: string;
            /**
             * Door
             * @enum {string}
             */
            door: "ticket" | "api" | "csv" | "xlsx" | "tool";
            /** Ticket Id */
            ticket_id: string | null;
            /**
             * Ticket Url
             * @description The ticket in the tool; http or https.
             */
            ticket_url: string | null;
            /**
             * Counted
             * @description False where the same answer counts by another door.
             */
            counted: boolean;
            /**
             * Text
             * @description The customer's words, `[[kind]]` in the place of personal data; null without words, or while they wait to be masked.
             */
            text: string | null;
            /** Hidden */
            hidden: components["schemas"]["HiddenOut"][];
            /**
             * Erased
             * @description The words were erased at the wish of the person; the score stays.
             */
            erased: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The password was right; a code is asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAsked"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Address or password not recognised */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessions"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_elsewhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a good code, or no sign-in waits */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentStart"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None to act on, or one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None to act on, or one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None to act on, or one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Removal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None to act on, or one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_second_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_journal: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JournalEntryView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSettings"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSettings"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderTest"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_provider_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSignInStart"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderWay"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No provider for this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The provider does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finish_provider_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page asked for, or to the sign-in page, which says what is missing */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_provider_bindings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderBindings"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_provider_binding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayLinkView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The link was used, replaced, taken back, or comes too late */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The link was used, replaced, taken back, or comes too late */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Address taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The link was used, replaced, taken back, or comes too late */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many tries; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTestResult"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from a page of Copil (`X-Copil-CSRF`, `Origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bi_keys: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BiKeyView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_bi_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBiKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnBiKey"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_bi_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "client_id": "0199d3a8-5b1c-7c32-9a44-2f6f1f0f6a11",
                 *       "client_secret": "kept-by-the-client"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    grant_type: "client_credentials";
                    client_id?: string;
                    /** Format: password */
                    client_secret?: string;
                    scope?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description The request is not a token request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenProblem"];
                };
            };
            /** @description Client not recognised */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenProblem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many bytes */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedKeys"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_operator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_organisations_endpoint_v1_organisations_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrganisationView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_create_organisation_endpoint_v1_organisations_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_read_organisation_endpoint_v1_organisations__organisation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_clients_endpoint_v1_organisations__organisation_id__clients_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClientView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_create_client_endpoint_v1_organisations__organisation_id__clients_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClient"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCredentials"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_revoke_client_endpoint_v1_organisations__organisation_id__clients__client_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_people_endpoint_v1_organisations__organisation_id__people_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_create_person_endpoint_v1_organisations__organisation_id__people_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonCredentials"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Address taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_deactivate_person_endpoint_v1_organisations__organisation_id__people__person_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_change_person_endpoint_v1_organisations__organisation_id__people__person_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_invite_person_endpoint_v1_organisations__organisation_id__invitations_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Address taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_give_link_endpoint_v1_organisations__organisation_id__people__person_id__links_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractsLinkView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_first_link_endpoint_v1_platform_first_administrator_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractsLinkView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The platform has an administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_read_profile_endpoint_v1_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_change_profile_endpoint_v1_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_functions_endpoint_v1_contracts__contract_id__functions_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DelegationView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_give_functions_endpoint_v1_contracts__contract_id__functions__person_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_take_functions_endpoint_v1_contracts__contract_id__functions__person_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_signatories_endpoint_v1_contracts__contract_id__signatories_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignatoryList"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_contracts_endpoint_v1_contracts_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ContractView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_create_contract_endpoint_v1_contracts_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContract"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_read_contract_endpoint_v1_contracts__contract_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_abandon_contract_endpoint_v1_contracts__contract_id__delete: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is no draft any more, or something hangs on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_correct_contract_endpoint_v1_contracts__contract_id__patch: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is no draft any more, or something hangs on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_corrections_endpoint_v1_contracts__contract_id__corrections_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CorrectionView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_parameters_endpoint_v1_contracts__contract_id__parameters_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VersionView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_write_parameters_endpoint_v1_contracts__contract_id__parameters_put: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Parameters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description Proposed: in force once both parties have accepted it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract was accepted, and the caller is no party of it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_objectives_endpoint_v1_contracts__contract_id__objectives_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ObjectiveView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_write_objective_endpoint_v1_contracts__contract_id__objectives_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObjective"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectiveView"];
                };
            };
            /** @description Proposed: in force once both parties have accepted it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectiveView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract was accepted, and the caller is no party of it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_read_objective_endpoint_v1_contracts__contract_id__objectives__objective_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objective_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectiveView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_commitments_endpoint_v1_contracts__contract_id__commitments_get: {
        parameters: {
            query?: {
                at?: string | null;
                history?: boolean;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CommitmentView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_write_commitment_endpoint_v1_contracts__contract_id__commitments_put: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommitment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description Proposed: in force once both parties have accepted it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract was accepted, and the caller is no party of it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_answer_questions_endpoint_v1_contracts__contract_id__commitments__version_id__checks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Checks"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_acceptances_endpoint_v1_contracts__contract_id__acceptances_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AcceptanceView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_accept_endpoint_v1_contracts__contract_id__acceptances_post: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewAcceptance"] | null;
            };
        };
        responses: {
            /** @description All of it was accepted before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceResult"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceResult"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The version named belongs to a draft, or waits no more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_read_text_endpoint_v1_contracts__contract_id__text_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractTextView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_closings_endpoint_v1_contracts__contract_id__amendments_closings_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClosingView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_refuse_amendment_endpoint_v1_contracts__contract_id__amendments__version_id__refusal_post: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                "idempotency-key"?: string | null;
            };
            path: {
                version_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is in force, refused or withdrawn, or belongs to a draft */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_withdraw_amendment_endpoint_v1_contracts__contract_id__amendments__version_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                "idempotency-key"?: string | null;
            };
            path: {
                version_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Withdrawal"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingView"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is in force, refused or withdrawn, or belongs to a draft */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The contract is not at the revision of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contracts_list_holidays_endpoint_v1_holidays_get: {
        parameters: {
            query: {
                from_year: number;
                to_year: number;
                country?: "FR";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicHolidays"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_sources_endpoint_v1_sources_get: {
        parameters: {
            query: {
                contract_id: string;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SourceOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_create_source_endpoint_v1_sources_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCreated"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_source_endpoint_v1_sources__source_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_rotate_secret_endpoint_v1_sources__source_id__secrets_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecret"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_deliveries_endpoint_v1_sources__source_id__deliveries_get: {
        parameters: {
            query?: {
                verdict?: ("accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified") | null;
                /** @description Whether its key came before with another body. */
                conflict?: boolean | null;
                /** @description Whether the source's clock was ahead. */
                skewed?: boolean | null;
                origin?: ("live" | "replay" | "held" | "import") | null;
                /** @description Received at this instant or later. */
                from?: string | null;
                /** @description Received before. */
                until?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_quarantine_endpoint_v1_sources__source_id__quarantine_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuarantinedOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_count_waiting_endpoint_v1_sources__source_id__quarantine_waiting_get: {
        parameters: {
            query?: {
                /** @description Received at this instant or later. */
                from?: string | null;
                /** @description Received before. */
                until?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_quarantine_again_endpoint_v1_sources__source_id__quarantine_readings_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Released"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_reread_endpoint_v1_sources__source_id__rereadings_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRereading"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RereadingOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_replays_endpoint_v1_sources__source_id__replays_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReplayOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_replay_endpoint_v1_sources__source_id__replays_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** N */
                    n: number;
                    /**
                     * Received At
                     * Format: date-time
                     */
                    received_at: string;
                    /** Headers */
                    headers: {
                        [key: string]: string;
                    };
                    /**
                     * Body
                     * @description The exact text of the body, as it was signed.
                     */
                    body: string;
                }[];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description All of them are stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayDone"];
                };
            };
            /** @description Waits for the other party, or runs as a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_replay_endpoint_v1_sources__source_id__replays__replay_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replay_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_approve_replay_endpoint_v1_sources__source_id__replays__replay_id__approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replay_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_rebuilds_endpoint_v1_contracts__contract_id__rebuilds_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RebuildOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_create_rebuild_endpoint_v1_contracts__contract_id__rebuilds_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RebuildIn"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_rebuild_endpoint_v1_contracts__contract_id__rebuilds__rebuild_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebuild_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_tickets_endpoint_v1_contracts__contract_id__tickets_get: {
        parameters: {
            query?: {
                /** @description Only tickets of this source. */
                source?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TicketOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_figures_endpoint_v1_contracts__contract_id__figures_get: {
        parameters: {
            query: {
                /** @description A month, a quarter or a day of the contract's zone. */
                period: string;
                /** @description One that the terms declare: one figure of each for every value of it. */
                dimension?: ("channel" | "site" | "country" | "queue" | "lot" | "reason" | "priority" | "tag" | "handled") | null;
                /** @description With a dimension: figures of a page. */
                limit?: number;
                /** @description With a dimension: from there on. */
                cursor?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FigureOut_"];
                };
            };
            /** @description Not changed since the `If-None-Match` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_watermark_endpoint_v1_contracts__contract_id__watermark_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatermarkOut"];
                };
            };
            /** @description Not changed since the `If-None-Match` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_explanation_endpoint_v1_figures__figure_id__explanation_get: {
        parameters: {
            query?: {
                /** @description A published version of the figure. */
                version?: number | null;
                /** @description Only tickets that count, or do not, or how. */
                counted?: ("in" | "out" | "numerator" | "not_numerator") | null;
                limit?: number;
                cursor?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                figure_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["services__kpi__explanations__schemas__ExplanationOut"];
                };
            };
            /** @description Not changed since the `If-None-Match` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_series_endpoint_v1_contracts__contract_id__series_get: {
        parameters: {
            query: {
                indicator: "backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual";
                /** @description A day; with months, any day of the first one. */
                from: string;
                /** @description A day; with months, any day of the last one. */
                to: string;
                /** @description Of a duration: which statistic. */
                variant?: ("median" | "p90" | "mean") | null;
                grain?: "day" | "month";
                /** @description Trailing days whose tickets make a value; a stock has no window. */
                window?: number;
                /** @description One that the terms declare; with `value`. */
                dimension?: ("channel" | "site" | "country" | "queue" | "lot" | "reason" | "priority" | "tag" | "handled") | null;
                /** @description With a dimension: the value that the series is of. */
                value?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_annotations_endpoint_v1_contracts__contract_id__annotations_get: {
        parameters: {
            query?: {
                /** @description Only of this indicator. */
                indicator?: ("backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual") | null;
                /** @description Only what touches this day or later ones. */
                from?: string | null;
                /** @description Only what touches this day or earlier ones. */
                to?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AnnotationOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_write_annotation_endpoint_v1_contracts__contract_id__annotations_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnnotation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_withdraw_annotation_endpoint_v1_contracts__contract_id__annotations__annotation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                annotation_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_freshness_endpoint_v1_contracts__contract_id__freshness_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FreshnessOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_figure_rows_endpoint_v1_bi_figures_get: {
        parameters: {
            query?: {
                /** @description One contract; left out: all that you reach. */
                contract_id?: string | null;
                /** @description Rows of a page; of CSV left out: all rows. */
                limit?: number | null;
                cursor?: string | null;
                /** @description 2026-05, 2026-Q2 or 2026-05-01; default: a year back. */
                from?: string | null;
                /** @description The same; default: this month. */
                to?: string | null;
                grain?: "day" | "month" | "quarter";
                indicator?: ("backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual") | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": components["schemas"]["FiguresPull"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_figures_as_csv_v1_bi_figures_csv_get: {
        parameters: {
            query?: {
                /** @description One contract; left out: all that you reach. */
                contract_id?: string | null;
                /** @description Rows of a page; of CSV left out: all rows. */
                limit?: number | null;
                cursor?: string | null;
                /** @description 2026-05, 2026-Q2 or 2026-05-01; default: a year back. */
                from?: string | null;
                /** @description The same; default: this month. */
                to?: string | null;
                grain?: "day" | "month" | "quarter";
                indicator?: ("backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual") | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_ticket_rows_endpoint_v1_bi_tickets_get: {
        parameters: {
            query?: {
                /** @description One contract; left out: all that you reach. */
                contract_id?: string | null;
                /** @description Rows of a page; of CSV left out: all rows. */
                limit?: number | null;
                cursor?: string | null;
                /** @description First day of creation, in the contract's zone. */
                created_from?: string | null;
                /** @description Last day of creation. */
                created_to?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": components["schemas"]["TicketsPull"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_tickets_as_csv_v1_bi_tickets_csv_get: {
        parameters: {
            query?: {
                /** @description One contract; left out: all that you reach. */
                contract_id?: string | null;
                /** @description Rows of a page; of CSV left out: all rows. */
                limit?: number | null;
                cursor?: string | null;
                /** @description First day of creation, in the contract's zone. */
                created_from?: string | null;
                /** @description Last day of creation. */
                created_to?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_catalog_endpoint_v1_bi_catalog_get: {
        parameters: {
            query?: {
                /** @description One contract; left out: all that you reach. */
                contract_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_scopes_endpoint_v1_contracts__contract_id__sources__source_id__scopes_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ScopeOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_set_scope_endpoint_v1_contracts__contract_id__sources__source_id__scopes_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScope"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_approve_scope_endpoint_v1_contracts__contract_id__sources__source_id__scopes__scope_id__approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                scope_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_values_endpoint_v1_contracts__contract_id__sources__source_id__values_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldValues"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_feeds_endpoint_v1_contracts__contract_id__feeds_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FeedOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_create_feed_endpoint_v1_contracts__contract_id__feeds_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeed"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_approve_feed_endpoint_v1_contracts__contract_id__feeds__source_id__approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_refuse_feed_endpoint_v1_contracts__contract_id__feeds__source_id__refusals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_end_feed_endpoint_v1_contracts__contract_id__feeds__source_id__endings_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnd"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_out_of_scope_endpoint_v1_contracts__contract_id__out_of_scope_get: {
        parameters: {
            query?: {
                /** @description Only tickets of this source. */
                source?: string | null;
                /** @description Which condition left it out: an attribute (`brand`, `form`, `group`, `channel`, `tag`) followed by `_not_in`, `_excluded`, or `_not_told` where the tool did not tell the attribute; `feed_ended` where it was created after a party ended the feed. */
                reason?: string | null;
                /** @description Only this ticket. */
                ticket?: string | null;
                limit?: number;
                cursor?: string | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutOfScopeOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_adjustments_endpoint_v1_contracts__contract_id__adjustments_get: {
        parameters: {
            query: {
                /** @description `2026-10`, `2026-Q4` or `2026-10-21`, in the contract's zone. */
                period: string;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AdjustmentLineOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_adjustment_endpoint_v1_figures__figure_id__adjustments__version__get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                /** @description The number of the later of the two versions. */
                version: string;
                figure_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_comparison_endpoint_v1_contracts__contract_id__comparisons_get: {
        parameters: {
            query: {
                indicator: "backlog" | "csat" | "data_completeness" | "fcr_declared" | "fcr_observed" | "fcr_ticket" | "frt" | "frt_business" | "nps" | "one_touch" | "reopen_rate" | "repeat_rate" | "sla_first_response" | "sla_resolution" | "ttr" | "ttr_contractual";
                /** @description One that the terms declare. */
                dimension: "channel" | "site" | "country" | "queue" | "lot" | "reason" | "priority" | "tag" | "handled";
                /** @description A month, a quarter or a day of the contract's zone. */
                period: string;
                /** @description Of a duration: which statistic. */
                variant?: ("median" | "p90" | "mean") | null;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_coverage_endpoint_v1_contracts__contract_id__coverage_get: {
        parameters: {
            query: {
                /** @description `2026-10`, `2026-Q4` or `2026-10-05`. */
                period: string;
                /** @description Facts at this instant; default now. */
                as_of?: string | null;
                /** @description Only what was recorded by this instant; default now. */
                known_at?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_gaps_endpoint_v1_sources__source_id__gaps_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GapOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_explain_gap_endpoint_v1_sources__source_id__gaps__gap_id__explanations_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                gap_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExplanation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_set_silence_alert_endpoint_v1_sources__source_id__silence_alert_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SilenceLimit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceLimitOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_samples_endpoint_v1_sources__source_id__samples_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplesOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_try_body_endpoint_v1_sources__source_id__trials_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiTrialOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_preview_endpoint_v1_sources__source_id__ticket_imports_previews_post: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                name?: string;
                /** @description Zone of instants that are written without an offset. */
                zone?: string | null;
                /** @description Order of dates such as 03/04/2026. */
                date_order?: "dmy" | "mdy";
                /** @description Fields by the place of their column, as in `solved_at:7,tags:0`; 0: in none. */
                columns?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example Id;Status;Requested;Solved
                 *     48213;solved;2026-03-02 09:14:05;2026-03-02 11:40:51
                 */
                "text/csv": string;
                "application/json": unknown;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_endpoint_v1_sources__source_id__ticket_imports_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TicketImportOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_import_endpoint_v1_sources__source_id__ticket_imports_post: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                name?: string;
                /** @description Zone of instants that are written without an offset. */
                zone?: string | null;
                /** @description Order of dates such as 03/04/2026. */
                date_order?: "dmy" | "mdy";
                /** @description Fields by the place of their column, as in `solved_at:7,tags:0`; 0: in none. */
                columns?: string | null;
            };
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example Id;Status;Requested;Solved
                 *     48213;solved;2026-03-02 09:14:05;2026-03-02 11:40:51
                 */
                "text/csv": string;
                "application/json": unknown;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_endpoint_v1_sources__source_id__ticket_imports__import_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_rows_endpoint_v1_sources__source_id__ticket_imports__import_id__rows_get: {
        parameters: {
            query?: {
                /** @description Only those that compare so. */
                fate?: ("equal" | "different" | "missing_here" | "orphan_here" | "missing_there") | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportRowOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_load_endpoint_v1_sources__source_id__ticket_imports__import_id__loads_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLoad"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_undo_endpoint_v1_sources__source_id__ticket_imports__import_id__undoings_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_approve_endpoint_v1_sources__source_id__ticket_imports__import_id__approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_refuse_endpoint_v1_sources__source_id__ticket_imports__import_id__refusals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_list_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StaffOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_set_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                source_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaff"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_approve_staff_endpoint_v1_contracts__contract_id__sources__source_id__staff__staff_id__approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
                staff_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_read_today_endpoint_v1_contracts__contract_id__today_get: {
        parameters: {
            query?: {
                /** @description Of the tickets that break next. */
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kpi_receive_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "fd846670-ab3a-522a-87a0-006fd03dbe99",
                 *       "source": "/prestataire/outil-maison",
                 *       "type": "kpi.ticket.created.v1",
                 *       "subject": "T-9001",
                 *       "time": "2026-10-05T08:00:00Z",
                 *       "datacontenttype": "application/json",
                 *       "data": {
                 *         "ticket_id": "T-9001",
                 *         "status": "new",
                 *         "channel": "phone",
                 *         "created_by": "customer",
                 *         "group": "N1",
                 *         "brand": "maison",
                 *         "form": "livraison",
                 *         "tags": [
                 *           "colis"
                 *         ]
                 *       }
                 *     }
                 */
                "application/cloudevents+json": Record<string, never>;
                "application/cloudevents-batch+json": Record<string, never>[];
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Duplicate: stored before, no effect */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `unverified`: only of a source whose secret is not known yet.
                         * @enum {string}
                         */
                        verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
                        /** @description Of a duplicate: the receipt of the delivery that counts. */
                        receipt_id: string;
                        /** @description SHA-256 of the bytes received. */
                        sha256: string;
                        /** @description The same key came before with another body: kept, shown to both parties, without effect. */
                        conflict: boolean;
                        /** @description Of a batch: one answer per event. */
                        items?: Record<string, never>[];
                    };
                };
            };
            /** @description Accepted: stored, and it will count */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `unverified`: only of a source whose secret is not known yet.
                         * @enum {string}
                         */
                        verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
                        /** @description Of a duplicate: the receipt of the delivery that counts. */
                        receipt_id: string;
                        /** @description SHA-256 of the bytes received. */
                        sha256: string;
                        /** @description The same key came before with another body: kept, shown to both parties, without effect. */
                        conflict: boolean;
                        /** @description Of a batch: one answer per event. */
                        items?: Record<string, never>[];
                    };
                };
            };
            /** @description Malformed: kept in quarantine once per body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Rejected: the signature is not valid, or its time too far from now */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such source */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a media type of this source, or compressed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the announced limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Could not be stored; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_answers_endpoint_v1_contracts__contract_id__answers_get: {
        parameters: {
            query?: {
                source?: string | null;
                from?: string | null;
                to?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AnswerView_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_receive_answers_endpoint_v1_contracts__contract_id__answers_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswers"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersReceived"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_imports_endpoint_v1_contracts__contract_id__answers_imports_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_import_answers_endpoint_v1_contracts__contract_id__answers_imports_post: {
        parameters: {
            query?: {
                /** @description Of a file in parts: a UUID that all of them name, yours. */
                import?: string | null;
                /** @description Name of the file, shown to both. */
                name?: string | null;
                /** @description IANA zone of the times in the file that have no offset. */
                zone?: string | null;
                /** @description Columns whose names do not say it: `score:3,comment:0`; the first is 1, 0 is none. */
                columns?: string | null;
                /** @description The question of lines that name none. */
                question?: ("csat" | "nps" | "fcr_declared") | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceived"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_preview_answers_endpoint_v1_contracts__contract_id__answers_imports_preview_post: {
        parameters: {
            query?: {
                /** @description IANA zone of the times in the file that have no offset. */
                zone?: string | null;
                /** @description Columns whose names do not say it: `score:3,comment:0`; the first is 1, 0 is none. */
                columns?: string | null;
                /** @description The question of lines that name none. */
                question?: ("csat" | "nps" | "fcr_declared") | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportForeseen"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_undo_import_endpoint_v1_contracts__contract_id__answers_imports__import_id__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_tools_endpoint_v1_contracts__contract_id__survey_tools_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolList"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_create_tool_endpoint_v1_contracts__contract_id__survey_tools_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTool"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolCreated"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_read_tool_endpoint_v1_contracts__contract_id__survey_tools__tool_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_map_fields_endpoint_v1_contracts__contract_id__survey_tools__tool_id__fields_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldsOf"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_rotate_secret_endpoint_v1_contracts__contract_id__survey_tools__tool_id__secrets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToolSecret"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolSecret"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_questions_endpoint_v1_contracts__contract_id__survey_tools__tool_id__questions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionList"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_survey_deliveries_endpoint_v1_contracts__contract_id__survey_tools__tool_id__deliveries_get: {
        parameters: {
            query?: {
                /** @description Only those that stand so. */
                state?: ("read" | "nothing" | "unmapped" | "quarantined" | "held" | "refused") | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SurveyDeliveryOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_reread_endpoint_v1_contracts__contract_id__survey_tools__tool_id__rereads_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RereadWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RereadOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_try_tool_endpoint_v1_contracts__contract_id__survey_tools__tool_id__trials_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackTrialOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_verbatims_endpoint_v1_contracts__contract_id__verbatims_get: {
        parameters: {
            query?: {
                /** @description The question. */
                kind?: ("csat" | "nps" | "fcr_declared") | null;
                score_from?: number | null;
                score_to?: number | null;
                channel?: string | null;
                /** @description First instant of answers. */
                from?: string | null;
                /** @description First instant after them. */
                to?: string | null;
                /** @description Only answers with words, or only those without. */
                words?: boolean | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VerbatimOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_count_scores_endpoint_v1_contracts__contract_id__verbatims_scores_get: {
        parameters: {
            query?: {
                /** @description The question. */
                kind?: ("csat" | "nps" | "fcr_declared") | null;
                score_from?: number | null;
                score_to?: number | null;
                channel?: string | null;
                /** @description First instant of answers. */
                from?: string | null;
                /** @description First instant after them. */
                to?: string | null;
                /** @description Only answers with words, or only those without. */
                words?: boolean | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoresOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list_person_requests_endpoint_v1_contracts__contract_id__person_requests_get: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonRequestOut_"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_record_person_request_endpoint_v1_contracts__contract_id__person_requests_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRequestOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_take_step_endpoint_v1_contracts__contract_id__person_requests__request_id__steps_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextStep"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRequestOut"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_count_findings_endpoint_v1_contracts__contract_id__person_requests__request_id__findings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_export_person_endpoint_v1_contracts__contract_id__person_requests__request_id__export_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExport"];
                };
            };
            /** @description Not readable as HTTP or as JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The function does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing here for this caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields missing, unknown or wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_receive_survey_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Duplicate: stored before, no effect */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `unverified`: only of a tool whose secret is not known yet.
                         * @enum {string}
                         */
                        verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
                        /** @description Of a duplicate: the receipt of the delivery that counts. */
                        receipt_id: string;
                        /** @description SHA-256 of the bytes received. */
                        sha256: string;
                        /** @description The same key came before with another body: kept, shown to both parties, without effect. */
                        conflict: boolean;
                    };
                };
            };
            /** @description Accepted: stored, and its answers count */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `unverified`: only of a tool whose secret is not known yet.
                         * @enum {string}
                         */
                        verdict: "accepted" | "duplicate" | "rejected_signature" | "rejected_stale" | "malformed" | "unverified";
                        /** @description Of a duplicate: the receipt of the delivery that counts. */
                        receipt_id: string;
                        /** @description SHA-256 of the bytes received. */
                        sha256: string;
                        /** @description The same key came before with another body: kept, shown to both parties, without effect. */
                        conflict: boolean;
                    };
                };
            };
            /** @description Malformed: kept in quarantine once per body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Rejected: the signature is not valid, or its time too far from now */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such survey tool */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or compressed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the announced limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Could not be stored; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
