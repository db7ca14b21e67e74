// Generated from the server's /api/openapi.json by `npm run api`; do not edit.

export interface paths {
    "/api/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active members by day and by thirty days, orders, spend, new members; of all, or of one channel */
        get: operations["activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved audiences by folder and name; q looks in names and notes */
        get: operations["page_4"];
        put?: never;
        /** Save a new audience */
        post: operations["create_7"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A saved audience */
        get: operations["one_3"];
        /** Save another version; refused where somebody saved one meanwhile */
        put: operations["update_4"];
        post?: never;
        /** Delete an audience that nothing uses */
        delete: operations["delete_5"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refreshes at which somebody entered or left, the latest first */
        get: operations["changes_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many entered and left on each day */
        get: operations["daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who entered and left between two days' snapshots, or since one */
        get: operations["diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/explain/{memberNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a member is in an audience or not, part by part with the facts */
        get: operations["explain_4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All members as CSV to look at, those kept back by a holdout among them: nobody counts as reached. Masked as the caller's role demands; audited */
        get: operations["look"];
        put?: never;
        /** Members as CSV to do something with elsewhere: without those whom a holdout of the audience keeps back or the global one holds out, told in X-Guanxi-Kept-Back and X-Guanxi-Held-Out; all others of the audience count as reached in their arms; audited */
        post: operations["handOver_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in an audience, by number */
        get: operations["members_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give an audience to another user; what it asks, and its version, stay */
        put: operations["give"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which stages, layers, levels, channels, RFM cells, communities and tags are over- or under-represented */
        get: operations["profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many were in an audience at the end of each day, and are in today */
        get: operations["trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What uses an audience: audiences that ask for it, tags it keeps current, journeys, experiments */
        get: operations["uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an audience asked, the latest first */
        get: operations["versions_4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uploaded lists, the latest first */
        get: operations["lists"];
        put?: never;
        /** Upload a list of identifiers, one a line; the members found are kept, the list is not */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How 2 to 6 audiences lie over each other: the sizes of all exclusive intersections */
        get: operations["overlap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users who can own an audience: those who may see audiences */
        get: operations["owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many an expression holds for, part by part, with some of them */
        post: operations["preview_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many were in each audience at the end of the last days */
        get: operations["trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that conditions can use: channels, traits, consents */
        get: operations["vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did or saw what, newest first; from is inclusive, to is not */
        get: operations["entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rows of the trail that fit, newest first, as CSV (RFC 4180, UTF-8 with a byte order mark) */
        get: operations["export_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brand's name, time zone, currency and language */
        get: operations["brand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Call the brand something else, or give it another default language; zone and currency stay */
        patch: operations["change_5"];
        trace?: never;
    };
    "/api/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who joined in a month and was active, or bought, in the months since */
        get: operations["cohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communities, the most valuable first */
        get: operations["all_9"];
        put?: never;
        /** Register a community */
        post: operations["add_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A community with its weeks, life curve, forecasts and contributors */
        get: operations["one_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is said about a community */
        patch: operations["change_4"];
        trace?: never;
    };
    "/api/communities/{id}/atmosphere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages and content of four weeks by day of the week and hour */
        get: operations["atmosphere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{id}/concentration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How few members make how much of the messages, content and orders of four weeks */
        get: operations["concentration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A community's value, member by member */
        get: operations["explain_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/life-curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The life curve of all communities, and how wrong the forecasts were */
        get: operations["lifeCurve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What divides golden from silver */
        get: operations["rule"];
        /** Change what divides golden from silver, from the next run on */
        put: operations["change_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/rule/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a rule would divide, on the values of the last run */
        get: operations["preview_4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content library by name */
        get: operations["all_8"];
        put?: never;
        /** Add a piece to the library */
        post: operations["create_6"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a piece, in all templates that use it */
        put: operations["update_3"];
        post?: never;
        /** Take a piece out of the library; templates that use it still say it */
        delete: operations["delete_4"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was late, unknown, twice or broken in the last days, by source */
        get: operations["sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["examine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every erasure, the newest first, with how far it is */
        get: operations["all_13"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of an erasure */
        get: operations["certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["seen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/malformed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["malformed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/tail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All experiments and holdouts, the latest first */
        get: operations["list_1"];
        put?: never;
        /** Plan an experiment */
        post: operations["plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An experiment */
        get: operations["get"];
        /** Change a plan; what runs cannot be changed */
        put: operations["replan"];
        post?: never;
        /** Delete a draft */
        delete: operations["delete_3"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Divide members, or communities, at most 100,000 a call, and record them as exposed if asked, members else as meant; for systems outside */
        post: operations["assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as it was last worked out; 404 experiment.no-report before */
        get: operations["report"];
        put?: never;
        /** Work the report out now and keep it: by exposure (EXPOSED) or by intention (INTENDED) */
        post: operations["makeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}/report/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a day of the report's cumulative difference is made of; 404 experiment.no-day where that is not kept */
        get: operations["day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start: members are assigned from now on */
        post: operations["start_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop: nobody new is exposed; windows that are open still count */
        post: operations["stop_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/baseline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a figure was in its last closed window, to plan with */
        post: operations["baseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Analysed files, the latest first */
        get: operations["list_2"];
        put?: never;
        /** Analyse a file: parts file and map, optionally name, control, weights (a=1,b=2), winsor (0.999; none), lessIsBetter, guardRails, told, money (names of metrics, with commas), smallestLift (0.05), format, encoding */
        post: operations["analyse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/finished/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An analysed file with its report */
        get: operations["get_2"];
        put?: never;
        post?: never;
        /** Forget an analysed file */
        delete: operations["delete_6"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/finished/{id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a day of the report's cumulative difference is made of; 404 experiment.no-day where that is not kept */
        get: operations["day_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/finished/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the file that could not be read, the first 10,000: line, field, code, reason; 404 experiment.no-rejects where all could */
        get: operations["rejects_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/finished/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report in words */
        get: operations["inWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/guard-rails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready-made guard rails: opt-outs, complaints, blocked; put them into a design as they are */
        get: operations["guardRails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/holdout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Periods of the global holdout, the latest first */
        get: operations["holdouts"];
        put?: never;
        /** Plan a period of the global holdout */
        post: operations["plan_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/holdout/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a period with yesterday, or forget one that begins today or later */
        delete: operations["end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/holdouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The holdouts of a journey, a template or an audience, the latest first */
        get: operations["of"];
        put?: never;
        /** Keep a share back of a journey, a template or an audience from now on, as an experiment */
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many members and days an experiment needs */
        post: operations["power"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a message on each channel costs, of the channels whose cost was said */
        get: operations["costs"];
        /** Say what a message on a channel costs; null where it is not known any more */
        put: operations["cost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each layer received, cost and returned; against those held out where one period of the global holdout covers the days. Without days those of the last such period, else the last 90 */
        get: operations["layers"];
        put?: never;
        /** The same made anew, and kept; else a report is made anew when what it stands on has changed */
        post: operations["makeLayers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/layers/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file: a row a layer and figure */
        get: operations["layersAsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all that was done in a quarter brought, from the global holdout; without a quarter the present one */
        get: operations["programme"];
        put?: never;
        /** The same made anew, and kept */
        post: operations["makeProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/programme/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file: a row a part and figure, then the sums */
        get: operations["programmeAsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/touchpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each channel reached and what came of it: sent, delivered, opened, clicked, ordered; and more orders than of those held out where one period of the global holdout covers the days */
        get: operations["touchpoints"];
        put?: never;
        /** The same made anew, and kept */
        post: operations["makeTouchpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/touchpoints/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file: a row a channel and figure */
        get: operations["touchpointsAsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that are being made and those made lately, the latest first; also those of experiments */
        get: operations["works"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experiments/reports/works/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a report that is being made; it ends at its next step, and the one before it stays */
        post: operations["cancel_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far every step of the road has come */
        get: operations["freshness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identifier-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which values name nobody, and how many of a kind one member may hold */
        get: operations["rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identifier-rules/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Block a value: it names nobody from the next batch on */
        post: operations["block"];
        /** Let a blocked value name people again */
        delete: operations["allow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identifier-rules/kinds/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a kind's limits; strong is only heard for a kind that is not listed yet */
        put: operations["limit_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-undos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every import that is or was taken back, the newest first */
        get: operations["all_12"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
        put?: never;
        post: operations["start_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["take_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far taking an import back has come */
        get: operations["undone"];
        put?: never;
        /** Take back exactly the events that an import brought; the file may be imported again afterwards */
        post: operations["undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journeys by name, and how they do */
        get: operations["page_3"];
        put?: never;
        /** Keep a new draft */
        post: operations["create_5"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A journey with its draft */
        get: operations["one_2"];
        /** Keep another draft; refused where somebody saved one meanwhile */
        put: operations["update_2"];
        post?: never;
        /** Delete a journey that does not run */
        delete: operations["delete_2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of webhooks that were given up, the latest first */
        get: operations["dead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/calls/{call}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one that was given up once more, with the key it had */
        post: operations["one_5"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/calls/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make those that were given up once more, with the keys they had */
        post: operations["again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many arrived, wait and passed, node by node; of the latest version unless one is named
         * @description What became of messages is that of all versions in which the node had its name.
         */
        get: operations["counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was let in together, the latest first */
        get: operations["enrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/enrolments/{enrolment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an enrolment is */
        get: operations["enrolment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/enrolments/{enrolment}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nobody else in by an enrolment; who came in stays */
        post: operations["cancel_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let members enter from now on, as far as they may come: many come in batch by batch */
        post: operations["enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instances of a journey, the latest first */
        get: operations["page_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/instances/{instance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An instance and the nodes it left */
        get: operations["one_8"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/instances/{instance}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one member out: what waits to be said to them is taken back */
        post: operations["takeOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/landings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where those inside would go on if the draft were published and they moved */
        post: operations["landings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nobody enter or move on until it is resumed */
        post: operations["pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft: members enter it from now on */
        post: operations["publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it go on */
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take everybody out and let nobody in */
        post: operations["stop_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a journey did, the latest first */
        get: operations["versions_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How an audience would have gone through a journey, by what its members did; nothing is kept or said */
        post: operations["dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a definition from JSON or YAML, and say what keeps it from being published; nothing is kept */
        post: operations["reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How one member goes through a journey who comes in at a moment; nothing is kept or said */
        post: operations["test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys, revoked ones too, without their secrets */
        get: operations["all_7"];
        put?: never;
        /** Make a key; the answer is the only time its secret is shown */
        post: operations["create_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop a key from working; it stays in the list */
        delete: operations["revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Relationship layers by full weeks since joining */
        get: operations["layers_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifetime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lifetime model in force, how well it fits, and what it expects of all buyers */
        get: operations["lifetime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifetime/fits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fits, the latest first */
        get: operations["page_2"];
        put?: never;
        /** Fit the lifetime models to what is known on the day of the figures shown */
        post: operations["fit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifetime/fits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A fit, with its progress or what it found */
        get: operations["fit_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifetime/fits/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a fit that waits or runs */
        post: operations["cancel_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live codes, the newest first, archived ones too */
        get: operations["all_6"];
        put?: never;
        /** Make a live code in WeCom */
        post: operations["create_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live-codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a live code, also in WeCom
         * @description The code that hangs out stays the same; who scans it from now on gets what it says then.
         */
        put: operations["change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live-codes/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a live code out of use, also in WeCom */
        post: operations["archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live-codes/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far newcomers got: added, tagged, in a group chat, spoken one to one, by path and by live code
         * @description Counts members who became a contact within the last days; silent are those who came over three days ago, are still a contact and have said nothing one to one.
         */
        get: operations["onboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live-codes/onboarding/silent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newcomers who came over three days ago and have said nothing, with their guides and live codes */
        get: operations["silent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members as the last run found them, in order */
        get: operations["page_5"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member; a merged number answers its survivor */
        get: operations["member"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audiences that a member is in, by folder and name */
        get: operations["ofMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communities a member belongs or belonged to, and what they did there in four weeks */
        get: operations["communities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which channels the member may be reached */
        get: operations["consent_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/consent/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note that the member gave or took back a consent */
        put: operations["consent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the member everywhere; answers the certificate, which is done a little later */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a member has this value, stage, layer and level */
        get: operations["explain_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/explain/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each single event of one name counts for, newest first; they add up to that name's raw */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is held of the member, as one JSON file */
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member was worth week by week, and every change of stage and layer */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member is known by, where each came from, and which members were merged */
        get: operations["identifiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which journeys a member is and was, the latest first */
        get: operations["of_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/lifetime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a member is expected to order and spend so much */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The median member of the same stage, and the cells of RFM */
        get: operations["peers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member carries, with who or what put it there and when */
        get: operations["of_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a tag on a member; again changes nothing but puts its expiry off */
        put: operations["put"];
        post?: never;
        /** Take a tag off a member */
        delete: operations["take"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's events, newest first; those acknowledged seconds ago are among them */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{no}/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was last said of the member, and by which event */
        get: operations["traits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/by/{kind}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member who is known by an identifier */
        get: operations["member_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/by/{kind}/{key}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the member who is known by an identifier */
        get: operations["explain_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/by/{kind}/{key}/explain/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the member who is known by an identifier */
        get: operations["events_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/by/{kind}/{key}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the member who is known by an identifier */
        get: operations["timeline_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All members that fit, as CSV (RFC 4180, UTF-8 with a byte order mark); masked as in the list */
        get: operations["export_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved lists of members: the caller's own, then the shared ones */
        get: operations["all_5"];
        put?: never;
        /** Save a list of members under a name */
        post: operations["add_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a saved list of one's own */
        delete: operations["remove_2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outbox, the latest first */
        get: operations["page_1"];
        put?: never;
        /** Have something said to a member; the reach policy judges it when it is due */
        post: operations["intend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message and its time-line */
        get: operations["one_7"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a dead message again */
        post: operations["resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which channels a member is blocked, the latest first */
        get: operations["of_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/blocks/{channel}/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a member's block on a channel; what is intended from now on is said */
        delete: operations["lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Channels, what they can do, and whether they are set up */
        get: operations["channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages a filter leaves */
        get: operations["count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all dead messages again that a filter leaves */
        post: operations["resend_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/tallies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages by day, channel and outcome */
        get: operations["tallies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take all messages back that wait or are held and that a filter leaves: they are not said
         * @description What is being sent at this moment is on its way, and stays so.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose value rose or fell most in the last seven days, and which events made it move */
        get: operations["movers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where members, communities and money stand, and how fresh that is */
        get: operations["overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel the question that was asked with this token and is still being answered */
        delete: operations["cancel_5"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reach-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reach policy in force */
        get: operations["current_1"];
        /** Put rules into force; what waits is judged by them */
        put: operations["save_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reach-policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the policy, the latest first */
        get: operations["versions_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/repurchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who buys again, by channel, and after how many days */
        get: operations["repurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, the latest first */
        get: operations["page"];
        put?: never;
        /**
         * Score the brand as of a day; what was acknowledged before counts
         * @description The run that finished last is shown. Audiences, and the tags, journeys and experiments that ask for them, follow only a run of no older day than the one they stand on; the figure audiences says whether they have moved, and which run they stand on.
         */
        post: operations["start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run, with its progress or its figures */
        get: operations["run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run that waits or runs */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is in the sandbox, and what is due next */
        get: operations["state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sandbox/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to advance the clock; what is due on the way is done on the way */
        post: operations["advance"];
        /** Leaves the clock where it has come to */
        delete: operations["stop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sandbox/participants/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One who lives by this clock says that it has done what was to be done now */
        put: operations["answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in */
        get: operations["current_2"];
        put?: never;
        /** Log in; sets the session's cookies */
        post: operations["login"];
        /** Log out */
        delete: operations["logout"];
        options?: never;
        head?: never;
        /** Change one's own language or password; a new password ends one's other sessions */
        patch: operations["change_2"];
        trace?: never;
    };
    "/api/stages/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Moves between the AIPL stages, month by month */
        get: operations["flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tags by group; archived ones where they are asked for */
        get: operations["all_2"];
        put?: never;
        /** Make a tag */
        post: operations["create_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tag and who relies on it */
        get: operations["one_1"];
        /** Change a tag, archive it or bring it back */
        put: operations["update_1"];
        post?: never;
        /** Delete a tag on which nobody relies, and take it off everybody */
        delete: operations["delete_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When members got a tag or lost it, why and by whom, the latest first */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who carries a tag, by number, with who or what put it there */
        get: operations["members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a tag on members by number; who carries it keeps it as it is */
        post: operations["tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/tag/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a tag on those who are in an audience now */
        post: operations["tag_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/tag/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tag members by a list of identifiers of one kind, one a line */
        post: operations["one_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/untag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a tag off members by number */
        post: operations["untag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/untag/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a tag off those who are in an audience now */
        post: operations["untag_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/governance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How tags stand: coverage, freshness, unused ones, pairs that may be one */
        get: operations["governance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a group */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a group */
        put: operations["updateGroup"];
        post?: never;
        /** Delete a group that never had tags */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tag members by a CSV file with the columns kind, key, tag and, where needed, group */
        post: operations["all_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules: audiences that keep a tag current, the latest first */
        get: operations["all_3"];
        put?: never;
        /** Let an audience keep a tag current; who is in it now gets the tag at once */
        post: operations["create_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a rule; its members keep the tag, or lose what it put there */
        delete: operations["remove_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether tags work: tags as carried on the split day against what members did in the days after it */
        get: operations["trials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates by channel and name */
        get: operations["all_1"];
        put?: never;
        /** Save a new template; refused where it could not be said on its channel */
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template */
        get: operations["one"];
        /** Save another version; what waits is said in its words */
        put: operations["update"];
        post?: never;
        /** Take a template out of use; what was intended with it is still said */
        delete: operations["delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a template said, the latest first */
        get: operations["versions_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a member would read; personal data masked where the caller may not see them */
        post: operations["preview_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/top-spenders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The top tier month by month: its share of spend and who stays */
        get: operations["topSpenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All users */
        get: operations["all"];
        put?: never;
        /** Add a user */
        post: operations["add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a user */
        delete: operations["remove"];
        options?: never;
        head?: never;
        /** Change a user's role, language, password or employee of WeCom */
        patch: operations["change_3"];
        trace?: never;
    };
    "/api/value-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The value model in force */
        get: operations["current"];
        /** Save a new version; the next run uses it */
        put: operations["save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-model/calibrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scales that fit the brand, for a model given or the one in force; nothing is saved */
        post: operations["calibrate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-model/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How values and levels would change under an edited model; nothing is saved */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-model/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions, the latest first, each with what it changed */
        get: operations["versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/value-model/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The value model as it was */
        get: operations["version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wecom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connection to WeCom, and how far its sync is */
        get: operations["connection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wecom/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read everything anew */
        post: operations["sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wecom/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which groups of tags WeCom has as well, and what it refused */
        get: operations["all_11"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wecom/tags/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Have a group's tags made in WeCom as well, or no more of them */
        put: operations["share"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wecom/tags/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask WeCom again for what it refused */
        post: operations["retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** User names to whom a task may be handed over */
        get: operations["colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How guides do, and what it brought
         * @description Orders are those of members from the day on which something was said to them until so many days later; an order belongs to whoever spoke with the member last before it.
         */
        get: operations["all_10"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/guides/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the caller does as a guide
         * @description Orders are those of members from the day on which something was said to them until so many days later; an order belongs to whoever spoke with the member last before it.
         */
        get: operations["own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of the caller: over-due ones first, then those that are expected to bring most */
        get: operations["tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to another guide, or to whoever takes it */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what came of a task; it becomes an event of the member
         * @description REPLIED may follow SENT, by whoever did it: answers come later.
         */
        post: operations["done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a task's words, as they were edited, through WeCom
         * @description A message like others: the reach policy judges it, and WeCom has the employee confirm it.
         */
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a task off */
        post: operations["snooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/tasks/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a task that is nobody's the caller's own */
        post: operations["take_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workbench/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tasks guides are given a day */
        get: operations["workload"];
        /** Set how many tasks guides are given a day, and where the others go; for tasks opened from now on */
        put: operations["limit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/l/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a short link; the click is an event of the member whose message it was in */
        get: operations["follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/official-account/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prove to WeChat that callbacks can be read here */
        get: operations["prove"];
        put?: never;
        /**
         * Take a callback of a WeChat official account
         * @description Signed and encrypted by WeChat (安全模式). Durable when it is answered; what comes again changes nothing.
         */
        post: operations["hear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what became of messages
         * @description Signed: X-Guanxi-Timestamp holds seconds since 1970, X-Guanxi-Signature v1= and the HMAC-SHA256, in hex, of timestamp, a dot and the body. Durable when it is answered; what comes again changes nothing.
         */
        post: operations["take_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/u/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page on which a member says that they want no more messages of a channel */
        get: operations["ask"];
        put?: never;
        /** Unsubscribe: the button of that page, and the one click of mailboxes (RFC 8058) */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batch_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["single_5"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wecom/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prove to WeCom that callbacks can be read here */
        get: operations["verify"];
        put?: never;
        /**
         * Take a callback of WeCom
         * @description Signed and encrypted by WeCom. Durable when it is answered; what comes again changes nothing.
         */
        post: operations["take_1"];
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
        ActiveDay: {
            /** Format: int64 */
            active: number;
            /** Format: int64 */
            activeMonth: number;
            /** Format: date */
            day: string;
            /** Format: int64 */
            newMembers: number;
            /** Format: int64 */
            orders: number;
            spend: number;
            /** Format: double */
            stickiness?: number;
        };
        ActivityDay: {
            /** Format: int64 */
            active: number;
            /** Format: date */
            day: string;
            /** Format: int64 */
            newMembers: number;
            /** Format: int64 */
            orders: number;
            spend: number;
        };
        Against: {
            /** Format: date */
            from: string;
            /** Format: int64 */
            heldOut: number;
            /** Format: int64 */
            holdout: number;
            /** Format: date */
            layersOf?: string;
            /** Format: int64 */
            openDays: number;
            /** Format: double */
            pValue: number;
            /** Format: int64 */
            reached: number;
            /** Format: double */
            share: number;
            /** Format: date */
            until: string;
        };
        Aipl: {
            flows: components["schemas"]["Flow"][];
            months: string[];
            stages: components["schemas"]["Stage"][];
        };
        AllTags: {
            groups: components["schemas"]["GroupOfTags"][];
            /** Format: int32 */
            most: number;
            /** Format: int32 */
            used: number;
        };
        Arm: {
            key: string;
            name: string;
            /** Format: double */
            weight: number;
        };
        ArmComparison: {
            arm: string;
            effect?: components["schemas"]["ShownEffect"];
            overTime: components["schemas"]["DayPoint"][];
            /** Format: double */
            qValue?: number;
            segments: components["schemas"]["SegmentEffect"][];
            unwinsorised?: components["schemas"]["Blocked"] | components["schemas"]["Changed"] | components["schemas"]["Harmed"] | components["schemas"]["Helped"] | components["schemas"]["NoDifferenceSeen"] | components["schemas"]["NotComparable"] | components["schemas"]["TooEarly"];
            unwinsorisedInputs?: components["schemas"]["EffectInputs"];
            uplift?: components["schemas"]["Uplift"];
            verdict: components["schemas"]["Blocked"] | components["schemas"]["Changed"] | components["schemas"]["Harmed"] | components["schemas"]["Helped"] | components["schemas"]["NoDifferenceSeen"] | components["schemas"]["NotComparable"] | components["schemas"]["TooEarly"];
        };
        ArmFigure: {
            arm: string;
            /** Format: double */
            before?: number;
            /** Format: double */
            covariance?: number;
            /** Format: double */
            denominator: number;
            /** Format: double */
            error?: number;
            /** Format: double */
            numerator: number;
            /** Format: int64 */
            units: number;
            /** Format: double */
            value?: number;
            /** Format: double */
            variance?: number;
            /** Format: double */
            varianceBefore?: number;
        };
        ArmSize: {
            /** Format: int64 */
            clusters?: number;
            /** Format: double */
            expected: number;
            key: string;
            /** Format: int64 */
            members: number;
            name: string;
            /** Format: double */
            weight: number;
        };
        Arrived: {
            amount?: number;
            community?: string;
            currency?: string;
            event: string;
            identifiers: components["schemas"]["SentIdentifier"][];
            object?: string;
            /** Format: int64 */
            position: number;
            properties?: components["schemas"]["JsonNode"];
            /** Format: date-time */
            receivedAt: string;
            source: string;
            /** Format: date-time */
            ts: string;
            type: string;
        };
        AtmosphereHour: {
            /** Format: int64 */
            content: number;
            /** Format: int32 */
            hour: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            messages: number;
            /** Format: int32 */
            weekday: number;
        };
        AtmosphereHours: {
            cells: components["schemas"]["AtmosphereHour"][];
            /** Format: date */
            from: string;
            id: string;
            /** Format: date */
            to: string;
        };
        AudienceDay: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            entered: number;
            /** Format: int64 */
            left: number;
        };
        AudienceDiff: {
            /** Format: int64 */
            after: number;
            /** Format: int64 */
            before: number;
            /** Format: int64 */
            entered: number;
            enteredSample: components["schemas"]["AudienceMember"][];
            /** Format: date */
            from: string;
            /** Format: int64 */
            left: number;
            leftSample: components["schemas"]["AudienceMember"][];
            /** Format: date */
            to?: string;
        };
        AudienceMember: {
            channel?: string;
            layer?: string;
            level?: string;
            name?: string;
            /** Format: int32 */
            no: number;
            phone?: string;
            stage?: string;
            /** Format: double */
            value?: number;
        };
        AudienceMovement: {
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            entered: number;
            /** Format: int32 */
            left: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            position: number;
            /** Format: int32 */
            version: number;
        };
        AudienceOverlap: {
            audiences: components["schemas"]["AudienceSize"][];
            /** Format: int64 */
            everybody: number;
            /** Format: int64 */
            members: number;
            parts: components["schemas"]["OverlapPart"][];
        };
        AudienceOwner: {
            name: string;
        };
        AudiencePart: {
            /** Format: int64 */
            alone?: number;
            cached: boolean;
            /** Format: int64 */
            left?: number;
            /** Format: int64 */
            members: number;
            /** Format: double */
            millis: number;
            pointer: string;
            sentence: components["schemas"]["Sentence"];
        };
        AudiencePoint: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            members: number;
            /** Format: int32 */
            version: number;
        };
        AudiencePreview: {
            /** Format: int64 */
            entering?: number;
            enteringSample: components["schemas"]["AudienceMember"][];
            /** Format: int64 */
            everybody: number;
            /** Format: int64 */
            leaving?: number;
            leavingSample: components["schemas"]["AudienceMember"][];
            /** Format: int64 */
            members: number;
            /** Format: double */
            millis: number;
            parts: components["schemas"]["AudiencePart"][];
            sample: components["schemas"]["AudienceMember"][];
            sentence: components["schemas"]["Sentence"];
        };
        AudienceProfile: {
            /** Format: int32 */
            compared: number;
            /** Format: int64 */
            everybody: number;
            figures: components["schemas"]["ProfileFigure"][];
            /** Format: double */
            level: number;
            /** Format: int64 */
            members: number;
            rows: components["schemas"]["ProfileRow"][];
        };
        AudienceQuestion: {
            /** Format: int64 */
            audience?: number;
            expression: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            /** Format: int32 */
            sample?: number;
            token?: string;
        };
        AudienceReason: {
            communities: components["schemas"]["AudienceReasonCommunity"][];
            facts: {
                [key: string]: string;
            };
            holds: boolean;
            of: components["schemas"]["AudienceReason"][];
            pointer: string;
            sentence: components["schemas"]["Sentence"];
            tags: components["schemas"]["AudienceReasonTag"][];
        };
        AudienceReasonCommunity: {
            belongs: boolean;
            community: string;
            id: string;
            /** @enum {string} */
            role?: "OWNER" | "ADMIN" | "MEMBER";
            /** @enum {string} */
            stage?: "GOLDEN" | "SILVER";
        };
        AudienceReasonTag: {
            by: components["schemas"]["TagSource"];
            /** Format: date-time */
            expiresAt?: string;
            name: string;
            /** Format: int32 */
            tag: number;
            /** Format: date-time */
            taggedAt: string;
        };
        AudienceSize: {
            folder: string;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            members: number;
            name: string;
            ready?: string;
        };
        AudienceSummary: {
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            expression: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            folder: string;
            hash: string;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            members?: number;
            /** Format: int64 */
            millis?: number;
            name: string;
            note: string;
            owner: string;
            problem?: string;
            ready?: string;
            /** Format: date-time */
            refreshedAt?: string;
            sentence: components["schemas"]["Sentence"];
            usedBy: components["schemas"]["AudienceUse"][];
            /** Format: int32 */
            version: number;
        };
        AudienceToTag: {
            /** Format: int64 */
            audience?: number;
            /** Format: date-time */
            expiresAt?: string;
        };
        AudienceTrend: {
            /** Format: int64 */
            id: number;
            points: components["schemas"]["AudiencePoint"][];
        };
        AudienceUse: {
            /** Format: int64 */
            audience: number;
            /** Format: int64 */
            id: number;
            kind: string;
            name: string;
        };
        AudienceVersion: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            expression: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            note: string;
            sentence: components["schemas"]["Sentence"];
            /** Format: int32 */
            version: number;
        };
        AudienceVocabulary: {
            channels: string[];
            consents: string[];
            traits: string[];
        };
        Baseline: {
            /** Format: double */
            mean: number;
            /** Format: int64 */
            members: number;
            rate: boolean;
            /** Format: double */
            removed: number;
            /** Format: double */
            variance: number;
        };
        BaselineQuestion: {
            /** Format: int64 */
            audience?: number;
            metric: components["schemas"]["Metric"];
        };
        BelowLine: {
            /** Format: date */
            earliestWeek?: string;
            /** Format: date */
            latestWeek?: string;
            /** @enum {string} */
            verdict: "WITHIN" | "BEYOND" | "RISING" | "BELOW" | "TOO_YOUNG" | "EMPTY";
            /** Format: date */
            week?: string;
            /** Format: int32 */
            weeks?: number;
        };
        Blocked: {
            kind: "Blocked";
        } & Omit<components["schemas"]["Verdict"], "kind">;
        BlockedValue: {
            value: string;
        };
        BrandCard: {
            currency: string;
            locale: string;
            localeGiven: boolean;
            name: string;
            nameGiven: boolean;
            sandbox: boolean;
            zone: string;
        };
        BrandChange: {
            locale?: string;
            name?: string;
        };
        Calibration: {
            /** Format: date */
            asOf: string;
            dimensions: {
                [key: string]: components["schemas"]["Fit"];
            };
            /** Format: int32 */
            every: number;
            model: components["schemas"]["ValueModel"];
            /** Format: double */
            score: number;
            /** Format: double */
            share: number;
        };
        CallsAgain: {
            /** Format: int32 */
            calls: number;
        };
        CarriedBy: {
            /** Format: int32 */
            members: number;
            /** Format: double */
            share: number;
        };
        CarriedCurves: {
            content: components["schemas"]["ConcentrationPoint"][];
            id: string;
            /** Format: int32 */
            members: number;
            messages: components["schemas"]["ConcentrationPoint"][];
            orders: components["schemas"]["ConcentrationPoint"][];
        };
        Cell: {
            layer: string;
            /** Format: int64 */
            members: number;
            weeks: string;
        };
        Changed: {
            kind: "Changed";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            by: components["schemas"]["Interval"];
            relative: boolean;
        });
        ChannelCost: {
            channel: string;
            cost?: number;
        };
        ChannelRow: {
            channel: string;
            /** Format: int64 */
            clicked: number;
            cost?: number;
            costPerMessage?: number;
            /** Format: int64 */
            delivered: number;
            gmv: number;
            /** Format: int64 */
            meant: number;
            measured: components["schemas"]["Measured"][];
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            opened: number;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            reached: number;
        };
        ChannelSent: {
            channel: string;
            costPerMessage?: number;
            /** Format: int64 */
            messages: number;
        };
        ChannelView: {
            addressedBy: string[];
            attachments: string[];
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            characters: number;
            knowsKeys: boolean;
            /** Format: int32 */
            mostAttachments: number;
            name: string;
            /** Format: double */
            perSecond: number;
            ready: boolean;
            title: boolean;
            /** Format: int32 */
            titleCharacters: number;
        };
        Check: {
            /** Format: int64 */
            actual: number;
            /** Format: int64 */
            expected: number;
            name: string;
            ok: boolean;
        };
        ClassReason: {
            because: string;
            code: string;
            facts: {
                [key: string]: unknown;
            };
            is: string;
        };
        CohortMonth: {
            /** Format: int64 */
            active: number;
            /** Format: int64 */
            buyers: number;
            /** Format: int64 */
            members: number;
            /** Format: date */
            month: string;
            /** Format: int32 */
            monthsSince: number;
            /** Format: double */
            retention: number;
        };
        Column: {
            name: string;
            type: string;
        };
        CommunityBoard: {
            board: components["schemas"]["Row"][];
            /** Format: int32 */
            golden: number;
            rule: components["schemas"]["Rule"] | components["schemas"]["RuleConsent"] | components["schemas"]["RuleFrequencyCap"] | components["schemas"]["RuleHoldout"] | components["schemas"]["RuleQuietHours"] | components["schemas"]["RuleYield"];
            /** Format: int32 */
            silver: number;
        };
        CommunityChange: {
            /** Format: date */
            created?: string;
            kind?: string;
            name?: string;
            owner?: string;
            tags?: string[];
        };
        CommunityExplanation: {
            /** Format: date */
            asOf: string;
            formula: string;
            id: string;
            items: components["schemas"]["Item"][];
            /** Format: int32 */
            members: number;
            next?: string;
            /** Format: double */
            value?: number;
            /** Format: double */
            weighted: number;
            /** Format: double */
            weights: number;
        };
        CommunityNewcomer: {
            /** Format: date */
            created?: string;
            key: string;
            kind?: string;
            name?: string;
            owner?: string;
            tags?: string[];
        };
        CommunityReport: {
            /** Format: int32 */
            activeMembers?: number;
            /** Format: double */
            activeShare?: number;
            /** Format: int32 */
            ageWeeks?: number;
            /** Format: date */
            asOf?: string;
            belowLine?: components["schemas"]["BelowLine"];
            carriedBy: components["schemas"]["CarriedBy"];
            /** Format: double */
            change?: number;
            /** Format: int64 */
            content?: number;
            contributors: components["schemas"]["Contributor"][];
            /** Format: date */
            created?: string;
            errors: components["schemas"]["ForecastError"][];
            forecasts: components["schemas"]["Forecast"][];
            /** Format: int32 */
            highValueMembers?: number;
            id: string;
            /** Format: int32 */
            joined?: number;
            key: string;
            kind?: string;
            /** Format: int32 */
            left?: number;
            lifeCurve: components["schemas"]["LifePoint"][];
            /** Format: int32 */
            members?: number;
            /** Format: int64 */
            messages?: number;
            name: string;
            /** Format: int64 */
            orders?: number;
            owner?: string;
            period?: components["schemas"]["PeriodReason"];
            /** Format: int32 */
            rank?: number;
            /** Format: int32 */
            rankBefore?: number;
            rule: components["schemas"]["RuleInForce"];
            spend?: number;
            /** @enum {string} */
            stage?: "GOLDEN" | "SILVER";
            tags: string[];
            trend: number[];
            /** Format: double */
            value?: number;
            weeks: components["schemas"]["CommunityWeek"][];
        };
        CommunitySummary: {
            /** Format: int32 */
            activeMembers?: number;
            /** Format: double */
            activeShare?: number;
            /** Format: int32 */
            ageWeeks?: number;
            /** Format: date */
            asOf?: string;
            belowLine?: components["schemas"]["BelowLine"];
            /** Format: double */
            change?: number;
            /** Format: int64 */
            content?: number;
            /** Format: date */
            created?: string;
            /** Format: int32 */
            highValueMembers?: number;
            id: string;
            /** Format: int32 */
            joined?: number;
            key: string;
            kind?: string;
            /** Format: int32 */
            left?: number;
            /** Format: int32 */
            members?: number;
            /** Format: int64 */
            messages?: number;
            name: string;
            /** Format: int64 */
            orders?: number;
            owner?: string;
            /** Format: int32 */
            rank?: number;
            /** Format: int32 */
            rankBefore?: number;
            spend?: number;
            /** @enum {string} */
            stage?: "GOLDEN" | "SILVER";
            tags: string[];
            trend: number[];
            /** Format: double */
            value?: number;
        };
        CommunityWeek: {
            /** Format: int32 */
            activeMembers: number;
            /** Format: double */
            activeShare: number;
            /** Format: int32 */
            age: number;
            complete: boolean;
            /** Format: int64 */
            content: number;
            /** Format: int32 */
            highValueMembers: number;
            /** Format: int32 */
            joined: number;
            /** Format: int32 */
            left: number;
            /** Format: int32 */
            members: number;
            /** Format: int64 */
            messages: number;
            /** Format: double */
            messagesPerMember: number;
            /** Format: int64 */
            orders: number;
            spend: number;
            /** Format: double */
            value?: number;
            /** Format: date */
            week: string;
        };
        ConcentrationPoint: {
            /** Format: double */
            of: number;
            /** Format: double */
            share: number;
        };
        Consent: {
            channel: string;
            granted: boolean;
            /** Format: date-time */
            since: string;
            source: string;
        };
        ConsentWish: {
            granted: boolean;
        };
        Content: {
            kind: string;
        };
        ContentItem: {
            /** Format: date-time */
            changedAt: string;
            content: components["schemas"]["ContentLink"] | components["schemas"]["ContentMiniProgram"] | components["schemas"]["ContentPicture"] | components["schemas"]["ContentText"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int64 */
            id: number;
            name: string;
        };
        ContentLink: {
            kind: "ContentLink";
        } & (Omit<components["schemas"]["Content"], "kind"> & {
            description: string;
            picture?: string;
            title: string;
            url: string;
        });
        ContentMiniProgram: {
            kind: "ContentMiniProgram";
        } & (Omit<components["schemas"]["Content"], "kind"> & {
            appId: string;
            path: string;
            picture?: string;
            title: string;
        });
        ContentPicture: {
            kind: "ContentPicture";
        } & (Omit<components["schemas"]["Content"], "kind"> & {
            alternative: string;
            url: string;
        });
        ContentText: {
            kind: "ContentText";
        } & (Omit<components["schemas"]["Content"], "kind"> & {
            text: string;
        });
        Contributor: {
            /** Format: int64 */
            content: number;
            member: boolean;
            /** Format: int64 */
            messages: number;
            name?: string;
            /** Format: int32 */
            no: number;
            /** Format: int64 */
            orders: number;
            /** Format: double */
            share: number;
            /** Format: date */
            since: string;
            spend: number;
            /** Format: double */
            value: number;
        };
        Conversion: {
            kind: "Conversion";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            event: string;
        });
        Count: {
            kind: "Count";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            event: string;
        });
        CountedMessages: {
            /** Format: int64 */
            messages: number;
        };
        CreatedKey: {
            key: components["schemas"]["KeyRow"];
            secret: string;
        };
        Day: {
            /** Format: date */
            day: string;
            /** Format: double */
            raw: number;
        };
        DayPoint: {
            always: components["schemas"]["Ends"];
            alwaysLift?: components["schemas"]["Ends"];
            /** Format: date */
            day: string;
            /** Format: double */
            difference: number;
            /** Format: double */
            lift?: number;
            /** Format: int64 */
            units: number;
        };
        DayTally: {
            channel: string;
            /** Format: date */
            day: string;
            /** Format: int64 */
            messages: number;
            outcome: string;
            reason: string;
        };
        Design: {
            arms: components["schemas"]["Arm"][];
            /** Format: int64 */
            audience?: number;
            /** Format: int32 */
            days: number;
            hypothesis: string;
            layer?: string;
            /** Format: double */
            layerShare: number;
            metrics: components["schemas"]["Metric"][];
            name: string;
            /** Format: int64 */
            plannedUnits?: number;
            /** Format: double */
            smallestLift: number;
            /** @enum {string} */
            unit: "MEMBER" | "COMMUNITY";
        };
        DimensionRule: {
            /** Format: double */
            scale: number;
            /** Format: double */
            weight: number;
        };
        Distribution: {
            bins: number[];
            /** Format: int64 */
            highValue: number;
            layers: {
                [key: string]: number;
            };
            levels: {
                [key: string]: number;
            };
            /** Format: double */
            meanValue: number;
            /** Format: double */
            medianValue: number;
            stages: {
                [key: string]: number;
            };
        };
        DoubleTag: {
            /** Format: int64 */
            both: number;
            names: boolean;
            /** Format: int32 */
            other: number;
            /** Format: double */
            overlap: number;
            /** Format: int32 */
            tag: number;
        };
        EffectInputs: {
            control: components["schemas"]["ArmFigure"];
            effect: components["schemas"]["ShownEffect"];
            treatment: components["schemas"]["ArmFigure"];
        };
        Ends: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        Entry: {
            action: string;
            actor: string;
            actorKind: string;
            address: string;
            /** Format: date-time */
            at: string;
            detail: string;
            /** Format: int64 */
            id: number;
            subject: string;
        };
        ErasedFile: {
            file: string;
            sha256: string;
        };
        ErasedPart: {
            files: components["schemas"]["ErasedFile"][];
            /** Format: int64 */
            rows: number;
            store?: string;
            what: string;
        };
        Erasure: {
            askedBy: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            id: number;
            /** Format: int32 */
            memberNo: number;
            parts: components["schemas"]["ErasedPart"][];
            problem?: string;
            proofs: string[];
            reason: string;
            salt: string;
            /** Format: date-time */
            startedAt: string;
            state: string;
        };
        ErasureWish: {
            reason: string;
        };
        ErasureWork: {
            askedBy: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            id: number;
            /** Format: int32 */
            memberNo: number;
            /** Format: double */
            percent: number;
            phase?: string;
            problem?: string;
            reason: string;
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "RUNNING" | "DONE";
            /** Format: int32 */
            stores?: number;
            /** Format: int32 */
            storesDone: number;
        };
        Event: {
            amount?: number;
            /** Format: int64 */
            counted: number;
            /** Format: int32 */
            dailyCap?: number;
            event: string;
            /** Format: date */
            first: string;
            /** Format: double */
            halfLifeDays: number;
            /** Format: date */
            last: string;
            /** Format: int64 */
            n: number;
            /** Format: double */
            raw: number;
            /** Format: double */
            share: number;
            /** Format: double */
            weight: number;
            /** Format: double */
            weightPerAmount: number;
        };
        EventCondition: {
            /** @enum {string} */
            column?: "OBJECT" | "COMMUNITY" | "AMOUNT" | "QUANTITY" | "SOURCE";
            is: components["schemas"]["TestContains"] | components["schemas"]["TestKnown"] | components["schemas"]["TestOneOf"] | components["schemas"]["TestRange"] | components["schemas"]["TestStartsWith"];
            property?: string;
        };
        EventDetail: {
            properties: components["schemas"]["EventProperty"][];
            /** Format: int64 */
            sampled: number;
            summary: components["schemas"]["EventSummary"];
        };
        EventHours: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        EventMatch: {
            hours?: components["schemas"]["EventHours"];
            name?: string;
            where: components["schemas"]["EventCondition"][];
        };
        EventProperty: {
            /** @enum {string} */
            drift: "SAME" | "NEW" | "GONE" | "CHANGED";
            examples: string[];
            /** Format: double */
            filled: number;
            name: string;
            types: string[];
        };
        EventRule: {
            /** Format: int32 */
            dailyCap?: number;
            /** @enum {string} */
            dimension: "consumption" | "content" | "interaction" | "social";
            event: string;
            /** Format: double */
            halfLifeDays: number;
            /** Format: double */
            points: number;
            /** Format: double */
            pointsPerAmount: number;
        };
        EventSummary: {
            /** Format: int64 */
            count: number;
            days: components["schemas"]["Volume"][];
            /** Format: int32 */
            drifted?: number;
            event: string;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            standard?: components["schemas"]["StandardEvent"];
        };
        Examination: {
            checks: components["schemas"]["Check"][];
            ok: boolean;
            /** Format: double */
            seconds: number;
        };
        Example: {
            /** Format: double */
            after: number;
            /** Format: double */
            before: number;
            levelAfter: string;
            levelBefore: string;
            /** Format: int32 */
            no: number;
        };
        Explanation: {
            /** Format: date */
            asOf: string;
            changedSince: boolean;
            dimensions: components["schemas"]["Part"][];
            formula: string;
            lateData: string;
            layer?: components["schemas"]["ClassReason"];
            level?: components["schemas"]["ClassReason"];
            /** Format: int32 */
            modelVersion: number;
            /** Format: int32 */
            no: number;
            rfm?: components["schemas"]["RfmCell"];
            stage?: components["schemas"]["ClassReason"];
            /** Format: double */
            storedValue?: number;
            topSpender?: components["schemas"]["ClassReason"];
            /** Format: double */
            value: number;
        };
        Export: {
            /** Format: date-time */
            exportedAt: string;
            held: {
                [key: string]: unknown;
            };
            /** Format: int32 */
            memberNo: number;
        };
        Expression: {
            kind: string;
        };
        ExpressionActiveDays: {
            kind: "ExpressionActiveDays";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            is: components["schemas"]["TestRange"];
            /** Format: int32 */
            within: number;
        });
        ExpressionAll: {
            kind: "ExpressionAll";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            of: (components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"])[];
        });
        ExpressionAny: {
            kind: "ExpressionAny";
        } & Omit<components["schemas"]["Expression"], "kind">;
        ExpressionChannel: {
            kind: "ExpressionChannel";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: string[];
        });
        ExpressionCommunity: {
            kind: "ExpressionCommunity";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: string[];
            past: boolean;
            roles: ("OWNER" | "ADMIN" | "MEMBER")[];
            stages: ("GOLDEN" | "SILVER")[];
        });
        ExpressionConsent: {
            kind: "ExpressionConsent";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            channel: string;
            granted: boolean;
        });
        ExpressionDid: {
            kind: "ExpressionDid";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            during: components["schemas"]["WindowAgo"] | components["schemas"]["WindowBetween"] | components["schemas"]["WindowEver"] | components["schemas"]["WindowLast"] | components["schemas"]["WindowNext"] | components["schemas"]["WindowSinceJoining"];
            event: components["schemas"]["EventMatch"];
            is: components["schemas"]["TestRange"];
            /** @enum {string} */
            measure: "COUNT" | "DAYS" | "AMOUNT" | "QUANTITY" | "OBJECTS" | "SUM" | "DISTINCT" | "FIRST" | "LAST";
            property?: string;
        });
        ExpressionEveryone: {
            kind: "ExpressionEveryone";
        } & Omit<components["schemas"]["Expression"], "kind">;
        ExpressionInAudience: {
            kind: "ExpressionInAudience";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** Format: int64 */
            id: number;
            /** Format: date */
            on?: string;
        });
        ExpressionInList: {
            kind: "ExpressionInList";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** Format: int64 */
            id: number;
        });
        ExpressionJoined: {
            kind: "ExpressionJoined";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            during: components["schemas"]["WindowAgo"] | components["schemas"]["WindowBetween"] | components["schemas"]["WindowEver"] | components["schemas"]["WindowLast"] | components["schemas"]["WindowNext"] | components["schemas"]["WindowSinceJoining"];
        });
        ExpressionLayer: {
            kind: "ExpressionLayer";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: ("NEW" | "ACTING" | "ACTIVE" | "LOYAL")[];
            /** Format: date */
            on?: string;
        });
        ExpressionLayerMoved: {
            kind: "ExpressionLayerMoved";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** Format: int32 */
            days: number;
            from: ("NEW" | "ACTING" | "ACTIVE" | "LOYAL")[];
            to: ("NEW" | "ACTING" | "ACTIVE" | "LOYAL")[];
        });
        ExpressionLevel: {
            kind: "ExpressionLevel";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: ("ORDINARY" | "ENGAGED" | "ADVOCATE" | "KOC")[];
        });
        ExpressionMarked: {
            kind: "ExpressionMarked";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** @enum {string} */
            mark: "HIGH_VALUE" | "TOP_SPENDER";
        });
        ExpressionMoved: {
            kind: "ExpressionMoved";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** Format: int32 */
            days?: number;
            from: ("AWARENESS" | "INTEREST" | "PURCHASE" | "LOYALTY")[];
            /** Format: int32 */
            months?: number;
            to: ("AWARENESS" | "INTEREST" | "PURCHASE" | "LOYALTY")[];
        });
        ExpressionNot: {
            kind: "ExpressionNot";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            of: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
        });
        ExpressionScore: {
            kind: "ExpressionScore";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** @enum {string} */
            figure: "VALUE" | "CONSUMPTION" | "CONTENT" | "INTERACTION" | "SOCIAL" | "INFLUENCE" | "RECENCY_DAYS" | "FREQUENCY" | "MONETARY" | "R" | "F" | "M" | "ORDERS" | "SPEND";
            is: components["schemas"]["TestRange"];
        });
        ExpressionSequence: {
            kind: "ExpressionSequence";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            during: components["schemas"]["WindowAgo"] | components["schemas"]["WindowBetween"] | components["schemas"]["WindowEver"] | components["schemas"]["WindowLast"] | components["schemas"]["WindowNext"] | components["schemas"]["WindowSinceJoining"];
            first: components["schemas"]["EventMatch"];
            then: components["schemas"]["EventMatch"];
            /** Format: int32 */
            withinDays: number;
        });
        ExpressionShare: {
            kind: "ExpressionShare";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            /** Format: double */
            percent: number;
            salt: string;
        });
        ExpressionStage: {
            kind: "ExpressionStage";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: ("AWARENESS" | "INTEREST" | "PURCHASE" | "LOYALTY")[];
            /** Format: int32 */
            monthsAgo: number;
            /** Format: date */
            on?: string;
        });
        ExpressionTagged: {
            kind: "ExpressionTagged";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            in: number[];
        });
        ExpressionTrait: {
            kind: "ExpressionTrait";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            is: components["schemas"]["TestContains"] | components["schemas"]["TestKnown"] | components["schemas"]["TestOneOf"] | components["schemas"]["TestRange"] | components["schemas"]["TestStartsWith"];
            name: string;
        });
        ExpressionTraitDay: {
            kind: "ExpressionTraitDay";
        } & (Omit<components["schemas"]["Expression"], "kind"> & {
            during: components["schemas"]["WindowAgo"] | components["schemas"]["WindowBetween"] | components["schemas"]["WindowEver"] | components["schemas"]["WindowLast"] | components["schemas"]["WindowNext"] | components["schemas"]["WindowSinceJoining"];
            name: string;
            yearly: boolean;
        });
        Failure: {
            code: string;
            detail: string;
        };
        Fault: {
            code?: string;
            field?: string;
            message: string;
            /** Format: int64 */
            row?: number;
            values?: {
                [key: string]: string;
            };
        };
        FiguresActiveDay: {
            /** Format: date */
            asOf?: string;
            items: components["schemas"]["ActiveDay"][];
        };
        FiguresCohortMonth: {
            /** Format: date */
            asOf?: string;
            items: components["schemas"]["CohortMonth"][];
        };
        FiguresLayerWeek: {
            /** Format: date */
            asOf?: string;
            items: components["schemas"]["LayerWeek"][];
        };
        FiguresStageFlow: {
            /** Format: date */
            asOf?: string;
            items: components["schemas"]["StageFlow"][];
        };
        FiguresTopSpenderMonth: {
            /** Format: date */
            asOf?: string;
            items: components["schemas"]["TopSpenderMonth"][];
        };
        Finding: {
            code: string;
            /** Format: int64 */
            count: number;
            currencies?: string;
            grave: boolean;
            /** Format: int64 */
            members?: number;
            of?: string;
        };
        FinishedExperiment: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            fileName: string;
            /** Format: int64 */
            id: number;
            map: string;
            name: string;
            /** Format: int32 */
            rejects: number;
            report: components["schemas"]["Report"];
        };
        Fit: {
            /** Format: double */
            medianRaw: number;
            /** Format: double */
            medianScore: number;
            /** Format: int64 */
            members: number;
            /** Format: double */
            raw: number;
            /** Format: double */
            scale: number;
            /** Format: double */
            scoreNow: number;
            /** Format: double */
            suggested: number;
        };
        Fitting: {
            model?: components["schemas"]["JsonNode"];
            /** Format: double */
            score?: number;
            /** Format: double */
            share?: number;
            yaml?: string;
        };
        Flow: {
            from?: string;
            /** Format: int64 */
            members: number;
            month: string;
            to: string;
        };
        Forecast: {
            /** Format: date */
            earliestWeek?: string;
            /** Format: int32 */
            fittedWeeks: number;
            /** Format: date */
            latestWeek?: string;
            /** Format: double */
            line?: number;
            measure: string;
            /** Format: double */
            ownWeeklyChange?: number;
            points: components["schemas"]["Point"][];
            /** Format: double */
            pooledWeeklyChange?: number;
            /** @enum {string} */
            verdict: "WITHIN" | "BEYOND" | "RISING" | "BELOW" | "TOO_YOUNG" | "EMPTY";
            /** Format: date */
            week?: string;
            /** Format: double */
            weeklyChange?: number;
            /** Format: int32 */
            weeks?: number;
            words: string;
        };
        ForecastError: {
            /** Format: int32 */
            ahead: number;
            /** Format: double */
            bias: number;
            /** Format: int32 */
            communities: number;
            /** Format: double */
            meanAbsoluteError: number;
            measure: string;
            /** Format: double */
            naiveBias?: number;
            /** Format: double */
            naiveMeanAbsoluteError?: number;
        };
        Gap: {
            /** Format: int32 */
            days: number;
            kind: string;
            /** Format: int64 */
            times: number;
        };
        GroupOfTags: {
            /** Format: int32 */
            id: number;
            name: string;
            note: string;
            tags: components["schemas"]["Tag"][];
        };
        GuardRail: {
            code: string;
            metric: components["schemas"]["Metric"];
        };
        GuideFigures: {
            amount: number;
            /** Format: int32 */
            days: number;
            /** Format: int64 */
            done: number;
            guide: string;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            replied: number;
            /** Format: int64 */
            said: number;
            /** Format: int64 */
            spokenTo: number;
        };
        GuideLimit: {
            guide: string;
            /** Format: int32 */
            tasksADay: number;
        };
        Harmed: {
            kind: "Harmed";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            by: components["schemas"]["Interval"];
            relative: boolean;
        });
        Health: {
            arms: components["schemas"]["ArmSize"][];
            blocked: boolean;
            findings: components["schemas"]["Finding"][];
            /** Format: double */
            pValue: number;
            /** Format: double */
            statistic: number;
        };
        HeldIdentifier: {
            eventId: string;
            key: string;
            kind: string;
            /** Format: date-time */
            linkedAt: string;
            source: string;
        };
        Helped: {
            kind: "Helped";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            by: components["schemas"]["Interval"];
            relative: boolean;
        });
        History: {
            /** Format: date */
            asOf: string;
            changes: components["schemas"]["StandingChange"][];
            /** Format: int32 */
            modelVersion: number;
            /** Format: int32 */
            no: number;
            points: components["schemas"]["HistoryPoint"][];
        };
        HistoryPoint: {
            /** Format: double */
            consumption: number;
            /** Format: double */
            content: number;
            /** Format: date */
            day: string;
            /** Format: double */
            interaction: number;
            layer: string;
            /** Format: double */
            social: number;
            stage: string;
            /** Format: double */
            value: number;
        };
        Identifier: {
            key: string;
            kind: string;
        };
        IdentifierRules: {
            blocked: string[];
            kinds: components["schemas"]["KindRule"][];
            /** Format: int64 */
            refusals: number;
        };
        Import: {
            /** Format: int64 */
            accepted: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            duplicate: number;
            fileName: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @enum {string} */
            format: "CSV" | "NDJSON" | "PARQUET" | "TEXT";
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            mapped: number;
            /** Format: int64 */
            merges?: number;
            /** Format: int64 */
            newMembers?: number;
            /** Format: double */
            percent: number;
            phase: string;
            problem?: components["schemas"]["Trouble"];
            /** Format: int64 */
            read: number;
            /** Format: int64 */
            rejected: number;
            /** Format: double */
            seconds?: number;
            /** Format: int64 */
            secondsLeft?: number;
            source: string;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "TRIED" | "DONE" | "FAILED" | "CANCELLED";
            trial: boolean;
        };
        ImportPreview: {
            columns: components["schemas"]["Column"][];
            events: components["schemas"]["JsonNode"][];
            /** Format: int64 */
            mapped: number;
            /** Format: int64 */
            read: number;
            rejects: components["schemas"]["Reject"][];
        };
        ImportUndo: {
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: int64 */
            events: number;
            /** Format: int32 */
            files?: number;
            /** Format: int32 */
            filesDone: number;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            importId: number;
            /** Format: int32 */
            members: number;
            /** Format: double */
            percent: number;
            phase?: string;
            problem?: string;
            /** Format: int64 */
            secondsLeft?: number;
            /** @enum {string} */
            state: "RUNNING" | "DONE";
        };
        Influence: {
            /** Format: double */
            content: number;
            /** Format: double */
            interaction: number;
            /** Format: double */
            social: number;
        };
        Inputs: {
            /** Format: double */
            ageWeeks: number;
            /** Format: date */
            firstOrder: string;
            /** Format: date */
            lastOrder: string;
            /** Format: double */
            lastWeeks: number;
            /** Format: int32 */
            repeats: number;
            repeatSpend: number;
        };
        Instance: {
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            goalAt?: string;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            journey: number;
            key: string;
            /** Format: int32 */
            memberNo: number;
            node: string;
            outcome?: string;
            /** Format: int32 */
            version: number;
        };
        InstanceTimeline: {
            instance: components["schemas"]["Instance"];
            steps: components["schemas"]["JourneyStep"][];
        };
        IntendedMessage: {
            fresh: boolean;
            key: string;
        };
        Interest: {
            events: string[];
            /** Format: int32 */
            months: number;
        };
        Interval: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        Item: {
            /** Format: int64 */
            contributions: number;
            name?: string;
            /** Format: int32 */
            no: number;
            /** Format: double */
            part: number;
            /** Format: double */
            share: number;
            /** Format: double */
            value: number;
            /** Format: double */
            weight: number;
        };
        JourneyAnswer: {
            is: string[];
            next?: string;
        };
        JourneyArm: {
            next?: string;
            /** Format: int32 */
            percent: number;
        };
        JourneyBranch: {
            kind: "JourneyBranch";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            audience: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            key: string;
            no?: string;
            yes?: string;
        });
        JourneyCall: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            endedAt: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            madeAt: string;
            /** Format: int32 */
            memberNo: number;
            node: string;
            /** @enum {string} */
            reason: "REFUSED" | "EXHAUSTED";
            trouble?: string;
            url: string;
        };
        JourneyCounts: {
            /** Format: int64 */
            converted: number;
            /** Format: int64 */
            entered: number;
            /** Format: int64 */
            inside: number;
            nodes: components["schemas"]["NodeFigures"][];
            /** Format: int32 */
            version: number;
        };
        JourneyCourse: {
            /** Format: int64 */
            asked: number;
            counts: components["schemas"]["JourneyCounts"];
            /** Format: int32 */
            events: number;
            /** Format: int64 */
            withinMinutes: number;
        };
        JourneyDate: {
            kind: "JourneyDate";
        } & (Omit<components["schemas"]["JourneyUntil"], "kind"> & {
            at: string;
            /** Format: int32 */
            days: number;
            trait: string;
            yearly: boolean;
        });
        JourneyDay: {
            kind: "JourneyDay";
        } & (Omit<components["schemas"]["JourneyUntil"], "kind"> & {
            at: string;
            /** Format: int32 */
            day: number;
        });
        JourneyDetail: {
            definition: components["schemas"]["JourneyGraph"];
            faults: components["schemas"]["Fault"][];
            summary: components["schemas"]["JourneySummary"];
            unpublished: boolean;
        };
        JourneyDraft: {
            definition?: components["schemas"]["JourneyGraph"];
            /** Format: int32 */
            revision?: number;
        };
        JourneyDryRun: {
            /** Format: int64 */
            audience?: number;
            definition?: components["schemas"]["JourneyGraph"];
            /** Format: date-time */
            from?: string;
            /** Format: int64 */
            journey?: number;
            /** Format: date-time */
            until?: string;
        };
        JourneyEnrolment: {
            /** Format: int32 */
            asked: number;
            /** Format: date-time */
            begunAt: string;
            by: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: int32 */
            entered: number;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            journey: number;
            key: string;
            /** Format: int32 */
            seen: number;
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "CANCELLED";
        };
        JourneyEntries: {
            /** Format: int64 */
            audience?: number;
            expression?: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            key?: string;
            members?: number[];
            values?: {
                [key: string]: string;
            };
        };
        JourneyEntry: {
            kind: string;
        };
        JourneyEntryByAudience: {
            kind: "JourneyEntryByAudience";
        } & (Omit<components["schemas"]["JourneyEntry"], "kind"> & {
            /** Format: int64 */
            audience: number;
            /** @enum {string} */
            change: "ENTERED" | "LEFT";
            existing: boolean;
        });
        JourneyEntryByCall: {
            kind: "JourneyEntryByCall";
        } & Omit<components["schemas"]["JourneyEntry"], "kind">;
        JourneyEntryByEvent: {
            kind: "JourneyEntryByEvent";
        } & (Omit<components["schemas"]["JourneyEntry"], "kind"> & {
            event: components["schemas"]["EventMatch"];
            keyProperty?: string;
        });
        JourneyEntryBySchedule: {
            kind: "JourneyEntryBySchedule";
        } & (Omit<components["schemas"]["JourneyEntry"], "kind"> & {
            at: string;
            /** Format: int64 */
            audience: number;
            days: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
        });
        JourneyExit: {
            kind: "JourneyExit";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
        });
        JourneyExitByAudience: {
            kind: "JourneyExitByAudience";
        } & (Omit<components["schemas"]["JourneyExitRule"], "kind"> & {
            /** Format: int64 */
            audience: number;
            /** @enum {string} */
            change: "ENTERED" | "LEFT";
        });
        JourneyExitByEvent: {
            kind: "JourneyExitByEvent";
        } & (Omit<components["schemas"]["JourneyExitRule"], "kind"> & {
            event: components["schemas"]["EventMatch"];
        });
        JourneyExitRule: {
            kind: string;
        };
        JourneyGoal: {
            event: components["schemas"]["EventMatch"];
            exits: boolean;
        };
        JourneyGraph: {
            entry: components["schemas"]["JourneyEntryByAudience"] | components["schemas"]["JourneyEntryByCall"] | components["schemas"]["JourneyEntryByEvent"] | components["schemas"]["JourneyEntryBySchedule"];
            exitWhen: (components["schemas"]["JourneyExitByAudience"] | components["schemas"]["JourneyExitByEvent"])[];
            goal?: components["schemas"]["JourneyGoal"];
            name: string;
            nodes: (components["schemas"]["JourneyBranch"] | components["schemas"]["JourneyExit"] | components["schemas"]["JourneyMessage"] | components["schemas"]["JourneyPoints"] | components["schemas"]["JourneyReachGoal"] | components["schemas"]["JourneyReply"] | components["schemas"]["JourneySplit"] | components["schemas"]["JourneySubJourney"] | components["schemas"]["JourneyTagging"] | components["schemas"]["JourneyTrial"] | components["schemas"]["JourneyWait"] | components["schemas"]["JourneyWebhook"])[];
            note: string;
            /** Format: int32 */
            priority: number;
            reentry: components["schemas"]["JourneyReentryAfter"] | components["schemas"]["JourneyReentryAlways"] | components["schemas"]["JourneyReentryNever"];
            start: string;
        };
        JourneyMessage: {
            kind: "JourneyMessage";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
            next?: string;
            /** Format: int64 */
            template: number;
            values: {
                [key: string]: string;
            };
            within?: components["schemas"]["JourneySpan"];
        });
        JourneyNode: {
            kind: string;
        };
        JourneyNodeMessages: {
            /** Format: int64 */
            failed: number;
            failedBy: {
                [key: string]: number;
            };
            /** Format: int64 */
            intended: number;
            /** Format: int64 */
            resent: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            suppressed: number;
            suppressedBy: {
                [key: string]: number;
            };
        };
        JourneyPoints: {
            kind: "JourneyPoints";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
            next?: string;
            /** Format: int32 */
            points: number;
            reason: string;
        });
        JourneyPublishing: {
            /** @enum {string} */
            inside?: "DRAIN" | "MOVE" | "STOP";
            note?: string;
            places?: {
                [key: string]: string;
            };
            /** Format: int32 */
            revision: number;
        };
        JourneyReachGoal: {
            kind: "JourneyReachGoal";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
            next?: string;
        });
        JourneyReading: {
            definition: components["schemas"]["JourneyGraph"];
            faults: components["schemas"]["Fault"][];
            yaml: string;
        };
        JourneyReentry: {
            kind: string;
        };
        JourneyReentryAfter: {
            kind: "JourneyReentryAfter";
        } & (Omit<components["schemas"]["JourneyReentry"], "kind"> & {
            /** Format: int32 */
            days: number;
        });
        JourneyReentryAlways: {
            kind: "JourneyReentryAlways";
        } & Omit<components["schemas"]["JourneyReentry"], "kind">;
        JourneyReentryNever: {
            kind: "JourneyReentryNever";
        } & Omit<components["schemas"]["JourneyReentry"], "kind">;
        JourneyReply: {
            kind: "JourneyReply";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            answers: components["schemas"]["JourneyAnswer"][];
            key: string;
            otherwise?: string;
        });
        JourneySpan: {
            /** Format: int32 */
            days: number;
            /** Format: int32 */
            hours: number;
            /** Format: int32 */
            minutes: number;
        };
        JourneySplit: {
            kind: "JourneySplit";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            arms: components["schemas"]["JourneyArm"][];
            key: string;
            salt: string;
        });
        JourneyStep: {
            /** Format: date-time */
            at: string;
            node: string;
            outcome: string;
        };
        JourneySubJourney: {
            kind: "JourneySubJourney";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            await: boolean;
            /** Format: int64 */
            journey: number;
            key: string;
            next?: string;
        });
        JourneySummary: {
            /** Format: date-time */
            changedAt: string;
            /** Format: int64 */
            converted: number;
            /** Format: int64 */
            entered: number;
            /** Format: int64 */
            givenUp: number;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            inside: number;
            name: string;
            owner: string;
            /** Format: int32 */
            published: number;
            ready?: string;
            /** Format: int32 */
            revision: number;
            /** @enum {string} */
            state: "DRAFT" | "RUNNING" | "PAUSED" | "STOPPED";
            trouble?: string;
        };
        JourneyTagging: {
            kind: "JourneyTagging";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            add: number[];
            key: string;
            next?: string;
            remove: number[];
        });
        JourneyTest: {
            /** Format: date-time */
            at?: string;
            definition?: components["schemas"]["JourneyGraph"];
            /** Format: int64 */
            journey?: number;
            /** Format: int32 */
            member?: number;
        };
        JourneyText: {
            definition?: components["schemas"]["JourneyGraph"];
            /** Format: int64 */
            journey?: number;
            yaml?: string;
        };
        JourneyTime: {
            kind: "JourneyTime";
        } & (Omit<components["schemas"]["JourneyUntil"], "kind"> & {
            at: string;
        });
        JourneyTrial: {
            kind: "JourneyTrial";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            arms: components["schemas"]["JourneyTrialArm"][];
            /** Format: int64 */
            experiment: number;
            key: string;
            otherwise?: string;
        });
        JourneyTrialArm: {
            arm: string;
            next?: string;
        };
        JourneyUntil: {
            kind: string;
        };
        JourneyUntilEvent: {
            kind: "JourneyUntilEvent";
        } & (Omit<components["schemas"]["JourneyUntil"], "kind"> & {
            event: components["schemas"]["EventMatch"];
            /** @enum {string} */
            keyColumn?: "OBJECT" | "COMMUNITY" | "AMOUNT" | "QUANTITY" | "SOURCE";
            keyProperty?: string;
            within: components["schemas"]["JourneySpan"];
        });
        JourneyVersion: {
            definition: components["schemas"]["JourneyGraph"];
            note: string;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            /** Format: int32 */
            version: number;
        };
        JourneyWait: {
            kind: "JourneyWait";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
            next?: string;
            otherwise?: string;
            until: components["schemas"]["JourneyDate"] | components["schemas"]["JourneyDay"] | components["schemas"]["JourneyTime"] | components["schemas"]["JourneyUntilEvent"];
        });
        JourneyWebhook: {
            kind: "JourneyWebhook";
        } & (Omit<components["schemas"]["JourneyNode"], "kind"> & {
            key: string;
            next?: string;
            url: string;
            values: {
                [key: string]: string;
            };
        });
        JsonNode: {
            array?: boolean;
            bigDecimal?: boolean;
            bigInteger?: boolean;
            binary?: boolean;
            boolean?: boolean;
            container?: boolean;
            double?: boolean;
            embeddedValue?: boolean;
            empty?: boolean;
            float?: boolean;
            floatingPointNumber?: boolean;
            int?: boolean;
            integralNumber?: boolean;
            long?: boolean;
            missingNode?: boolean;
            /** @enum {string} */
            nodeType?: "ARRAY" | "BINARY" | "BOOLEAN" | "MISSING" | "NULL" | "NUMBER" | "OBJECT" | "POJO" | "STRING";
            null?: boolean;
            number?: boolean;
            object?: boolean;
            pojo?: boolean;
            short?: boolean;
            string?: boolean;
            /** @deprecated */
            textual?: boolean;
            valueNode?: boolean;
        };
        KeyRow: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "API" | "WRITE";
            /** Format: date-time */
            lastUsedAt?: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            revokedAt?: string;
            /** @enum {string} */
            role?: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            source?: string;
        };
        KindLimits: {
            /** Format: int32 */
            most: number;
            /** Format: int32 */
            mostAWeek: number;
            strong?: boolean;
        };
        KindRule: {
            kind: string;
            /** Format: int32 */
            most: number;
            /** Format: int32 */
            mostAWeek: number;
            strong: boolean;
        };
        Known: {
            identifiers: components["schemas"]["HeldIdentifier"][];
            merges: components["schemas"]["Merge"][];
            /** Format: int32 */
            no: number;
        };
        KocRule: {
            /** Format: double */
            content: number;
            /** Format: double */
            influence: number;
            /** Format: double */
            interaction: number;
            /** Format: double */
            social: number;
            /** Format: double */
            topShare: number;
        };
        Landing: {
            /** Format: int64 */
            members: number;
            node: string;
            staying: boolean;
            to?: string;
            /** Format: int32 */
            version: number;
        };
        LayerColumn: {
            /** Format: int32 */
            fromWeek: number;
            key: string;
            /** Format: int32 */
            toWeek?: number;
        };
        LayerReport: {
            against?: components["schemas"]["Against"];
            currency: string;
            findings: components["schemas"]["Finding"][];
            /** Format: date */
            from: string;
            /** Format: date-time */
            madeAt: string;
            newer: boolean;
            /** Format: int64 */
            retentionDays: number;
            rows: components["schemas"]["LayerRow"][];
            /** Format: date */
            until: string;
        };
        LayerRow: {
            /** Format: int64 */
            buyers: number;
            /** Format: double */
            conversion?: number;
            cost?: number;
            gmv: number;
            layer: string;
            measured: components["schemas"]["Measured"][];
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            orders: number;
            /** Format: double */
            retention?: number;
            /** Format: double */
            scorePerMember?: number;
            sent: components["schemas"]["ChannelSent"][];
            /** Format: int64 */
            touched: number;
            /** Format: int64 */
            touches: number;
            /** Format: double */
            touchesPerMember?: number;
            /** Format: double */
            valuePerMember?: number;
        };
        LayerRules: {
            /** Format: int32 */
            activeDays: number;
            /** Format: int32 */
            orders: number;
            /** Format: int32 */
            ordersWithinDays: number;
            /** Format: int32 */
            withinDays: number;
        };
        LayerTable: {
            cells: components["schemas"]["Cell"][];
            columns: components["schemas"]["LayerColumn"][];
            rows: string[];
        };
        LayerWeek: {
            layer: string;
            /** Format: int64 */
            members: number;
            /** Format: int32 */
            weeks: number;
        };
        LevelRule: {
            /** Format: double */
            content: number;
            /** Format: double */
            influence: number;
            /** Format: double */
            interaction: number;
            /** Format: double */
            social: number;
        };
        LevelRules: {
            advocate: components["schemas"]["LevelRule"];
            engaged: components["schemas"]["LevelRule"];
            influence: components["schemas"]["Influence"];
            koc: components["schemas"]["KocRule"];
        };
        LevelShare: {
            level: string;
            /** Format: int64 */
            members: number;
            /** Format: double */
            share: number;
            spend: number;
            /** Format: double */
            spendShare: number;
        };
        LifeCurve: {
            /** Format: date */
            asOf?: string;
            errors: components["schemas"]["ForecastError"][];
            points: components["schemas"]["LifePoint"][];
        };
        LifePoint: {
            /** Format: double */
            activeShare: number;
            /** Format: int32 */
            age: number;
            /** Format: int32 */
            communities: number;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            median: number;
            /** Format: double */
            messagesPerMember: number;
            /** Format: double */
            own?: number;
        };
        Lifetime: {
            alive: components["schemas"]["LifetimeTenth"][];
            all?: components["schemas"]["LifetimeToCome"];
            /** Format: date */
            asOf?: string;
            currency: string;
            inForce?: components["schemas"]["LifetimeFit"];
            latest?: components["schemas"]["LifetimeFit"];
            layers: components["schemas"]["LifetimeToCome"][];
            otherCurrencies: components["schemas"]["LifetimeOtherCurrency"][];
            stages: components["schemas"]["LifetimeToCome"][];
            /** Format: int32 */
            version?: number;
        };
        LifetimeExplanation: {
            /** Format: date */
            asOf?: string;
            expected?: components["schemas"]["MemberLifetime"];
            inputs?: components["schemas"]["Inputs"];
            /** @enum {string} */
            kind?: "BG_NBD" | "PARETO_NBD" | "NBD";
            /** Format: int32 */
            no: number;
            parameters: {
                [key: string]: number;
            };
            spendRefused?: components["schemas"]["LifetimeRefusal"];
            /** @enum {string} */
            standing: "PREDICTED" | "NOT_ORDERED" | "NO_MODEL";
            steps: components["schemas"]["Step"][];
            /** Format: int32 */
            version?: number;
        };
        LifetimeFit: {
            /** Format: date */
            asOf: string;
            /** Format: date-time */
            finishedAt?: string;
            found?: components["schemas"]["LifetimeFound"];
            /** Format: int64 */
            id: number;
            /** Format: double */
            percent: number;
            phase?: string;
            problem?: components["schemas"]["LifetimeRefusal"];
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /** Format: double */
            seconds?: number;
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
            /** Format: int32 */
            version?: number;
        };
        LifetimeFound: {
            frequency: components["schemas"]["LifetimeFrequency"][];
            orders: components["schemas"]["LifetimeOrders"];
            periods: components["schemas"]["LifetimePeriods"];
            spend?: components["schemas"]["LifetimeSpend"];
            spendRefused?: components["schemas"]["LifetimeRefusal"];
            tracking: components["schemas"]["LifetimeWeek"][];
            trials: components["schemas"]["LifetimeTrial"][];
        };
        LifetimeFrequency: {
            /** Format: int64 */
            actual: number;
            /** Format: double */
            bgNbd?: number;
            /** Format: int64 */
            buyers: number;
            /** Format: double */
            nbd?: number;
            orMore: boolean;
            /** Format: double */
            paretoNbd?: number;
            /** Format: int32 */
            repeats: number;
        };
        LifetimeOrders: {
            /** Format: int32 */
            agreeing: number;
            atEdge: boolean;
            /** Format: int64 */
            buyers: number;
            /** Format: int32 */
            histories?: number;
            /** @enum {string} */
            kind: "BG_NBD" | "PARETO_NBD" | "NBD";
            /** Format: double */
            logLikelihood: number;
            parameters: {
                [key: string]: number;
            };
            /** Format: int32 */
            starts: number;
            /** Format: int32 */
            steps?: number;
        };
        LifetimeOtherCurrency: {
            currency: string;
            /** Format: int64 */
            events: number;
            /** Format: int64 */
            members: number;
        };
        LifetimePeriods: {
            /** Format: int64 */
            buyers: number;
            /** Format: date */
            calibrationTo: string;
            /** Format: int32 */
            every: number;
            /** Format: date */
            from: string;
            /** Format: int64 */
            heldBackOrders: number;
            /** Format: date */
            heldBackTo: string;
            /** Format: int64 */
            repeaters: number;
        };
        LifetimeRefusal: {
            code: string;
            detail: string;
        };
        LifetimeSpend: {
            /** Format: int64 */
            buyers: number;
            /** Format: double */
            correlation?: number;
            /** Format: double */
            logLikelihood: number;
            /** Format: double */
            mean: number;
            /** Format: double */
            p: number;
            /** Format: double */
            q: number;
            /** Format: double */
            v: number;
        };
        LifetimeTenth: {
            /** Format: double */
            from: number;
            /** Format: int64 */
            members: number;
            spend365?: number;
            /** Format: double */
            to: number;
        };
        LifetimeToCome: {
            /** Format: double */
            alive: number;
            key?: string;
            /** Format: int64 */
            members: number;
            /** Format: double */
            orders30: number;
            /** Format: double */
            orders90: number;
            /** Format: double */
            orders365: number;
            spend30?: number;
            spend90?: number;
            spend365?: number;
        };
        LifetimeTrial: {
            /** Format: int32 */
            agreeing: number;
            atEdge: boolean;
            /** Format: double */
            frequencyError?: number;
            /** @enum {string} */
            kind: "BG_NBD" | "PARETO_NBD" | "NBD";
            /** Format: double */
            logLikelihood?: number;
            parameters: {
                [key: string]: number;
            };
            /** Format: double */
            predictedOrders?: number;
            refused?: components["schemas"]["LifetimeRefusal"];
            /** Format: int32 */
            starts: number;
            /** Format: double */
            totalError?: number;
        };
        LifetimeWeek: {
            /** Format: int64 */
            actual: number;
            /** Format: double */
            bgNbd?: number;
            heldBack: boolean;
            /** Format: double */
            nbd?: number;
            /** Format: double */
            paretoNbd?: number;
            /** Format: date */
            to: string;
        };
        LiveCode: {
            /** Format: date-time */
            archivedAt?: string;
            channel: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            employees: string[];
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            journeyId?: number;
            name: string;
            picture?: string;
            scene: string;
            skipped: components["schemas"]["LiveCodeSkipped"][];
            state: string;
            tags: number[];
            /** Format: int64 */
            templateId?: number;
        };
        LiveCodeSkipped: {
            /** @enum {string} */
            kind: "TAG" | "TEMPLATE" | "JOURNEY";
            /** Format: date-time */
            lastAt: string;
            /** Format: int64 */
            newcomers: number;
            /** Format: int64 */
            number: number;
        };
        Login: {
            password: string;
            username: string;
        };
        Loyalty: {
            advocacy: string[];
            /** Format: int32 */
            months: number;
            /** Format: int32 */
            orders: number;
            /** Format: int32 */
            withinDays: number;
        };
        MadeAssignments: {
            arms: {
                [key: string]: number[];
            };
            communities: {
                [key: string]: string[];
            };
            /** Format: int64 */
            firstExposed: number;
        };
        Malformed: {
            body: string;
            code: string;
            /** Format: int64 */
            id: number;
            message: string;
            /** Format: date-time */
            receivedAt: string;
            source: string;
        };
        Measure: {
            bounds: number[];
            figure: number;
            /** Format: int32 */
            score: number;
        };
        Measured: {
            effect?: components["schemas"]["ShownEffect"];
            heldOut: components["schemas"]["ArmFigure"];
            metric: string;
            /** Format: double */
            qValue?: number;
            reached: components["schemas"]["ArmFigure"];
            /** Format: double */
            total?: number;
            totalInterval?: components["schemas"]["Ends"];
            verdict: components["schemas"]["Blocked"] | components["schemas"]["Changed"] | components["schemas"]["Harmed"] | components["schemas"]["Helped"] | components["schemas"]["NoDifferenceSeen"] | components["schemas"]["NotComparable"] | components["schemas"]["TooEarly"];
        };
        Measurement: {
            kind: string;
        };
        Median: {
            /** Format: double */
            consumption: number;
            /** Format: double */
            content: number;
            /** Format: double */
            interaction: number;
            /** Format: int64 */
            members: number;
            /** Format: double */
            social: number;
            stage: string;
            /** Format: double */
            value: number;
        };
        MemberCard: {
            channel?: string;
            /** Format: double */
            consumption?: number;
            /** Format: double */
            content?: number;
            currency: string;
            /** Format: date-time */
            firstSeen?: string;
            highValue: boolean;
            identifiers: components["schemas"]["Identifier"][];
            /** Format: double */
            interaction?: number;
            /** Format: date */
            joined?: string;
            /** Format: date-time */
            lastSeen?: string;
            layer?: string;
            level?: string;
            lifetime?: components["schemas"]["MemberLifetime"];
            name?: string;
            /** Format: int32 */
            no: number;
            /** Format: int32 */
            orders: number;
            rfm?: components["schemas"]["Rfm"];
            scored: boolean;
            /** Format: double */
            social?: number;
            spend: number;
            stage?: string;
            topSpender: boolean;
            /** Format: double */
            value?: number;
        };
        MemberCommunity: {
            /** Format: int64 */
            content: number;
            id: string;
            member: boolean;
            /** Format: int32 */
            members: number;
            /** Format: int64 */
            messages: number;
            name: string;
            /** Format: int64 */
            orders: number;
            /** Format: date */
            since: string;
            spend: number;
            /** @enum {string} */
            stage?: "GOLDEN" | "SILVER";
            /** Format: double */
            value?: number;
        };
        MemberLifetime: {
            /** Format: double */
            expectedOrders30: number;
            /** Format: double */
            expectedOrders90: number;
            /** Format: double */
            expectedOrders365: number;
            expectedSpend30?: number;
            expectedSpend90?: number;
            expectedSpend365?: number;
            orderValue?: number;
            /** Format: double */
            pAlive: number;
        };
        MemberPage: {
            /** Format: date */
            asOf?: string;
            /**
             * @description EXACT: what was typed is an identifier or name; EXACT_OF_MORE: so it is, and others that begin so are left out (q with * behind it asks for them); BEGINNING: all that begin so; TOO_MANY: more begin so than are looked at, and nobody is in the list
             * @enum {string}
             */
            found?: "EXACT" | "EXACT_OF_MORE" | "BEGINNING" | "TOO_MANY";
            items: components["schemas"]["MemberCard"][];
            next?: string;
        };
        MembersToTag: {
            channel?: string;
            /** Format: date-time */
            expiresAt?: string;
            members?: number[];
        };
        MemberTag: {
            by: components["schemas"]["TagSource"];
            /** @enum {string} */
            colour: "GREY" | "BLUE" | "CYAN" | "GREEN" | "LIME" | "GOLD" | "ORANGE" | "RED" | "MAGENTA" | "PURPLE";
            /** Format: date-time */
            expiresAt?: string;
            group: string;
            name: string;
            /** Format: int32 */
            tag: number;
            /** Format: date-time */
            taggedAt: string;
        };
        MemberView: {
            /** Format: date-time */
            changedAt: string;
            /** Format: int64 */
            id: number;
            mine: boolean;
            name: string;
            owner: string;
            query: {
                [key: string]: string;
            };
            shared: boolean;
        };
        Merge: {
            eventId: string;
            /** Format: int32 */
            intoNo: number;
            key: string;
            kind: string;
            /** Format: int32 */
            memberNo: number;
            /** Format: date-time */
            mergedAt: string;
            otherKey: string;
            otherKind: string;
        };
        MessageBlock: {
            channel: string;
            everyAddress: boolean;
            /** Format: int32 */
            memberNo: number;
            reason: string;
            /** Format: date-time */
            since: string;
        };
        MessageLink: {
            /** Format: int32 */
            clicks: number;
            /** Format: date-time */
            lastClick?: string;
            url: string;
        };
        MessageNote: {
            /** Format: date-time */
            at: string;
            detail?: string;
            kind: string;
            reason: string;
            rule?: string;
            /** Format: date-time */
            until?: string;
        };
        MessageTimeline: {
            links: components["schemas"]["MessageLink"][];
            message: components["schemas"]["OutboxMessage"];
            notes: components["schemas"]["MessageNote"][];
        };
        Metric: {
            guardRail: boolean;
            /** Format: int32 */
            lookBackDays: number;
            measurement: components["schemas"]["Conversion"] | components["schemas"]["Count"] | components["schemas"]["Ratio"] | components["schemas"]["Retention"] | components["schemas"]["Sum"] | components["schemas"]["TimeToEvent"];
            moreIsBetter?: boolean;
            name: string;
            /** Format: int32 */
            windowDays: number;
            /** Format: double */
            winsorAt?: number;
        };
        MetricReport: {
            arms: components["schemas"]["ArmFigure"][];
            comparisons: components["schemas"]["ArmComparison"][];
            currency?: string;
            guardRail: boolean;
            kind: string;
            /** Format: int32 */
            lookBackDays?: number;
            moreIsBetter?: boolean;
            name: string;
            /** Format: int32 */
            windowDays?: number;
            /** Format: double */
            winsorAt?: number;
            /** Format: double */
            winsorValue?: number;
        };
        ModelChange: {
            field: string;
            from?: string;
            to?: string;
        };
        Mover: {
            /** Format: double */
            before: number;
            /** Format: double */
            change: number;
            dimensions: {
                [key: string]: number;
            };
            member: components["schemas"]["MemberCard"];
            reasons: components["schemas"]["MoverReason"][];
        };
        MoverReason: {
            amount?: number;
            dimension: string;
            /** Format: double */
            effect: number;
            event: string;
            /** Format: int64 */
            n: number;
        };
        Movers: {
            /** Format: date */
            asOf?: string;
            down: components["schemas"]["Mover"][];
            /** Format: date */
            since?: string;
            up: components["schemas"]["Mover"][];
        };
        Newcomers: {
            /** Format: int64 */
            joined: number;
            /** Format: int64 */
            untouched: number;
        };
        NewKey: {
            /** @enum {string} */
            kind: "API" | "WRITE";
            name: string;
            /** @enum {string} */
            role?: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            source?: string;
        };
        NewModel: {
            model?: components["schemas"]["JsonNode"];
            note?: string;
            yaml?: string;
        };
        NewRule: {
            /** Format: double */
            activityLine?: number;
            /** @enum {string} */
            kind: "PERCENTILE" | "ABSOLUTE";
            /** Format: double */
            line: number;
        };
        NodeFigures: {
            /** Format: int64 */
            arrived: number;
            /** Format: int64 */
            converted: number;
            /** Format: int64 */
            failed: number;
            messages?: components["schemas"]["JourneyNodeMessages"];
            node: string;
            outcomes: {
                [key: string]: number;
            };
            /** Format: int64 */
            passed: number;
            /** Format: int64 */
            waiting: number;
        };
        NoDifferenceSeen: {
            kind: "NoDifferenceSeen";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            relative: boolean;
            /** Format: double */
            than: number;
        });
        NotComparable: {
            kind: "NotComparable";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            /** @enum {string} */
            why: "EMPTY_ARM" | "ONE_MEMBER" | "ONE_CLUSTER" | "ZERO_VARIANCE" | "ZERO_DENOMINATOR";
        });
        OnboardingFigures: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            joined: number;
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            silent: number;
            /** Format: int64 */
            tagged: number;
            /** Format: int64 */
            talked: number;
        };
        OnboardingFunnel: {
            all: components["schemas"]["OnboardingFigures"];
            liveCodes: components["schemas"]["OnboardingLiveCode"][];
            paths: components["schemas"]["OnboardingPath"][];
            /** Format: date-time */
            since: string;
        };
        OnboardingLiveCode: {
            figures: components["schemas"]["OnboardingFigures"];
            /** Format: int64 */
            liveCode: number;
            name: string;
        };
        OnboardingPath: {
            figures: components["schemas"]["OnboardingFigures"];
            path: string;
        };
        Origin: {
            id: string;
            kind: string;
            node?: string;
        };
        OutboxMessage: {
            /** Format: date-time */
            admittedAt?: string;
            /** Format: int32 */
            attempts: number;
            category: string;
            channel: string;
            /** Format: date-time */
            clickedAt?: string;
            /** Format: date-time */
            complainedAt?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt?: string;
            detail?: string;
            /** Format: int32 */
            doubts: number;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: date-time */
            failedAt?: string;
            /** Format: int64 */
            id: number;
            key: string;
            /** Format: int32 */
            memberNo: number;
            origin: components["schemas"]["Origin"];
            /** Format: int32 */
            priority: number;
            /** Format: date-time */
            readAt?: string;
            reason?: string;
            /** Format: date-time */
            repliedAt?: string;
            /** Format: date-time */
            sentAt?: string;
            /** @enum {string} */
            state: "WAITING" | "HELD" | "SENDING" | "SENT" | "FAILED" | "DEAD" | "SUPPRESSED" | "WITHDRAWN";
            template: string;
            /** Format: int64 */
            templateId: number;
            /** Format: int32 */
            templateVersion?: number;
            /** Format: date-time */
            unsubscribedAt?: string;
        };
        OverlapPart: {
            in: number[];
            /** Format: int64 */
            members: number;
        };
        Overview: {
            activity: components["schemas"]["ActivityDay"][];
            aipl: components["schemas"]["Aipl"];
            /** Format: date */
            asOf?: string;
            communities: components["schemas"]["CommunityBoard"];
            freshness: components["schemas"]["StepFreshness"][];
            layers: components["schemas"]["LayerTable"];
            levels: components["schemas"]["LevelShare"][];
            newcomers?: components["schemas"]["Newcomers"];
            run?: components["schemas"]["ScoringRun"];
            topSpenders?: components["schemas"]["TopSpenders"];
            totals: components["schemas"]["Totals"];
        };
        Own: {
            currentPassword?: string;
            locale?: string;
            newPassword?: string;
        };
        PageArrived: {
            items: components["schemas"]["Arrived"][];
            next?: string;
        };
        PageAudienceDay: {
            items: components["schemas"]["AudienceDay"][];
            next?: string;
        };
        PageAudienceMember: {
            items: components["schemas"]["AudienceMember"][];
            next?: string;
        };
        PageAudienceMovement: {
            items: components["schemas"]["AudienceMovement"][];
            next?: string;
        };
        PageAudienceOwner: {
            items: components["schemas"]["AudienceOwner"][];
            next?: string;
        };
        PageAudiencePoint: {
            items: components["schemas"]["AudiencePoint"][];
            next?: string;
        };
        PageAudienceSize: {
            items: components["schemas"]["AudienceSize"][];
            next?: string;
        };
        PageAudienceSummary: {
            items: components["schemas"]["AudienceSummary"][];
            next?: string;
        };
        PageAudienceTrend: {
            items: components["schemas"]["AudienceTrend"][];
            next?: string;
        };
        PageAudienceUse: {
            items: components["schemas"]["AudienceUse"][];
            next?: string;
        };
        PageAudienceVersion: {
            items: components["schemas"]["AudienceVersion"][];
            next?: string;
        };
        PageChannelCost: {
            items: components["schemas"]["ChannelCost"][];
            next?: string;
        };
        PageChannelView: {
            items: components["schemas"]["ChannelView"][];
            next?: string;
        };
        PageCommunitySummary: {
            items: components["schemas"]["CommunitySummary"][];
            next?: string;
        };
        PageConsent: {
            items: components["schemas"]["Consent"][];
            next?: string;
        };
        PageContentItem: {
            items: components["schemas"]["ContentItem"][];
            next?: string;
        };
        PageDayTally: {
            items: components["schemas"]["DayTally"][];
            next?: string;
        };
        PageEntry: {
            items: components["schemas"]["Entry"][];
            next?: string;
        };
        PageErasureWork: {
            items: components["schemas"]["ErasureWork"][];
            next?: string;
        };
        PageEventSummary: {
            items: components["schemas"]["EventSummary"][];
            next?: string;
        };
        PageGuardRail: {
            items: components["schemas"]["GuardRail"][];
            next?: string;
        };
        PageGuideFigures: {
            items: components["schemas"]["GuideFigures"][];
            next?: string;
        };
        PageImport: {
            items: components["schemas"]["Import"][];
            next?: string;
        };
        PageImportUndo: {
            items: components["schemas"]["ImportUndo"][];
            next?: string;
        };
        PageInstance: {
            items: components["schemas"]["Instance"][];
            next?: string;
        };
        PageInstanceTimeline: {
            items: components["schemas"]["InstanceTimeline"][];
            next?: string;
        };
        PageJourneyCall: {
            items: components["schemas"]["JourneyCall"][];
            next?: string;
        };
        PageJourneyEnrolment: {
            items: components["schemas"]["JourneyEnrolment"][];
            next?: string;
        };
        PageJourneySummary: {
            items: components["schemas"]["JourneySummary"][];
            next?: string;
        };
        PageJourneyVersion: {
            items: components["schemas"]["JourneyVersion"][];
            next?: string;
        };
        PageKeyRow: {
            items: components["schemas"]["KeyRow"][];
            next?: string;
        };
        PageLanding: {
            items: components["schemas"]["Landing"][];
            next?: string;
        };
        PageLifetimeFit: {
            items: components["schemas"]["LifetimeFit"][];
            next?: string;
        };
        PageLiveCode: {
            items: components["schemas"]["LiveCode"][];
            next?: string;
        };
        PageMalformed: {
            items: components["schemas"]["Malformed"][];
            next?: string;
        };
        PageMemberCommunity: {
            items: components["schemas"]["MemberCommunity"][];
            next?: string;
        };
        PageMemberTag: {
            items: components["schemas"]["MemberTag"][];
            next?: string;
        };
        PageMemberView: {
            items: components["schemas"]["MemberView"][];
            next?: string;
        };
        PageMessageBlock: {
            items: components["schemas"]["MessageBlock"][];
            next?: string;
        };
        PageOutboxMessage: {
            items: components["schemas"]["OutboxMessage"][];
            next?: string;
        };
        PageReachPolicy: {
            items: components["schemas"]["ReachPolicy"][];
            next?: string;
        };
        PageReportWork: {
            items: components["schemas"]["ReportWork"][];
            next?: string;
        };
        PageSaved: {
            items: components["schemas"]["Saved"][];
            next?: string;
        };
        PageScoredEvent: {
            items: components["schemas"]["ScoredEvent"][];
            next?: string;
        };
        PageScoringRun: {
            items: components["schemas"]["ScoringRun"][];
            next?: string;
        };
        PageShownExperiment: {
            items: components["schemas"]["ShownExperiment"][];
            next?: string;
        };
        PageShownHoldout: {
            items: components["schemas"]["ShownHoldout"][];
            next?: string;
        };
        PageSilentNewcomer: {
            items: components["schemas"]["SilentNewcomer"][];
            next?: string;
        };
        PageSourceQuality: {
            items: components["schemas"]["SourceQuality"][];
            next?: string;
        };
        PageString: {
            items: string[];
            next?: string;
        };
        PageSummary: {
            items: components["schemas"]["Summary"][];
            next?: string;
        };
        PageTaggedMember: {
            items: components["schemas"]["TaggedMember"][];
            next?: string;
        };
        PageTagMovement: {
            items: components["schemas"]["TagMovement"][];
            next?: string;
        };
        PageTagRule: {
            items: components["schemas"]["TagRule"][];
            next?: string;
        };
        PageTaskCard: {
            items: components["schemas"]["TaskCard"][];
            next?: string;
        };
        PageTemplate: {
            items: components["schemas"]["Template"][];
            next?: string;
        };
        PageTemplateVersion: {
            items: components["schemas"]["TemplateVersion"][];
            next?: string;
        };
        PageThingHoldout: {
            items: components["schemas"]["ThingHoldout"][];
            next?: string;
        };
        PageTimelineEvent: {
            items: components["schemas"]["TimelineEvent"][];
            next?: string;
        };
        PageTrait: {
            items: components["schemas"]["Trait"][];
            next?: string;
        };
        PageUploadedList: {
            items: components["schemas"]["UploadedList"][];
            next?: string;
        };
        PageUser: {
            items: components["schemas"]["User"][];
            next?: string;
        };
        Part: {
            days: components["schemas"]["Day"][];
            dimension: string;
            events: components["schemas"]["Event"][];
            formula: string;
            /** Format: double */
            raw: number;
            /** Format: double */
            scale: number;
            /** Format: double */
            score: number;
            /** Format: double */
            weight: number;
        };
        Peers: {
            cells: components["schemas"]["PeersCell"][];
            median?: components["schemas"]["Median"];
            /** Format: int32 */
            no: number;
        };
        PeersCell: {
            /** Format: int32 */
            f: number;
            /** Format: int32 */
            m: number;
            /** Format: int64 */
            members: number;
            monetary: number;
            /** Format: int32 */
            r: number;
        };
        PeriodReason: {
            /** Format: double */
            bestSilver?: number;
            /** Format: int32 */
            communities: number;
            /** Format: double */
            line: number;
            /** Format: double */
            poorestGolden?: number;
            /** Format: int32 */
            rank: number;
            ruleChanged: boolean;
            /** Format: int32 */
            silver: number;
            /** Format: double */
            value: number;
        };
        Point: {
            /** Format: int32 */
            ahead: number;
            /** Format: double */
            expected: number;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: date */
            week: string;
        };
        PowerAnswer: {
            /** Format: double */
            alpha: number;
            /** Format: int64 */
            communities?: number;
            /** Format: int64 */
            days: number;
            /** Format: double */
            designEffect: number;
            /** Format: double */
            detectableIn30Days: number;
            /** Format: int64 */
            members: number;
            /** Format: double */
            power: number;
            /** Format: double */
            quantile: number;
            /** Format: double */
            reach: number;
            /** Format: double */
            spread: number;
        };
        PowerQuestion: {
            /** Format: double */
            alike?: number;
            /** Format: double */
            alpha?: number;
            /** Format: int32 */
            arms?: number;
            /** Format: double */
            clusterSize?: number;
            /** Format: double */
            controlShare: number;
            /** Format: double */
            lift: number;
            /** Format: double */
            mean: number;
            /** Format: double */
            perDay: number;
            /** Format: double */
            power?: number;
            /** Format: double */
            removed?: number;
            /** Format: double */
            treatmentShare: number;
            /** Format: double */
            variance?: number;
            /** Format: int32 */
            windowDays: number;
        };
        Preview: {
            after: components["schemas"]["Distribution"];
            /** Format: date */
            asOf: string;
            before: components["schemas"]["Distribution"];
            /** Format: int32 */
            every: number;
            examples: components["schemas"]["Example"][];
            /** Format: int64 */
            members: number;
        };
        ProfileFigure: {
            figure: string;
            /** Format: double */
            median?: number;
            /** Format: double */
            medianOfEverybody?: number;
        };
        ProfileRow: {
            /** @enum {string} */
            attribute: "STAGE" | "LAYER" | "LEVEL" | "RFM" | "CHANNEL" | "COMMUNITY" | "TAG";
            expression: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            /** Format: int64 */
            having: number;
            /** Format: int64 */
            inside: number;
            key: string;
            /** Format: double */
            q?: number;
            /** Format: double */
            ratio?: number;
            /** Format: double */
            share: number;
            /** Format: double */
            shareOfEverybody: number;
            /** @enum {string} */
            verdict: "OVER" | "UNDER" | "ALIKE" | "TOO_FEW";
            /** Format: double */
            z?: number;
        };
        ProgrammeReport: {
            cost?: number;
            /** Format: int64 */
            coveredDays: number;
            currency: string;
            /** Format: int64 */
            days: number;
            findings: components["schemas"]["Finding"][];
            /** Format: date */
            from: string;
            /** Format: date-time */
            madeAt: string;
            newer: boolean;
            parts: components["schemas"]["QuarterPart"][];
            quarter: string;
            sent: components["schemas"]["ChannelSent"][];
            sums: components["schemas"]["QuarterSum"][];
            /** Format: int64 */
            touches: number;
            /** Format: date */
            until: string;
        };
        Purchase: {
            /** Format: int32 */
            months: number;
        };
        QuarterPart: {
            against: components["schemas"]["Against"];
            /** Format: date */
            from: string;
            measured: components["schemas"]["Measured"][];
            /** Format: date */
            until: string;
        };
        QuarterSum: {
            interval: components["schemas"]["Ends"];
            metric: string;
            /** Format: double */
            total: number;
            verdict: components["schemas"]["Blocked"] | components["schemas"]["Changed"] | components["schemas"]["Harmed"] | components["schemas"]["Helped"] | components["schemas"]["NoDifferenceSeen"] | components["schemas"]["NotComparable"] | components["schemas"]["TooEarly"];
        };
        Ratio: {
            kind: "Ratio";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            denominator: string;
            numerator: string;
            /** @enum {string} */
            of?: "AMOUNT" | "QUANTITY";
        });
        ReachPolicy: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            note: string;
            rules: (components["schemas"]["RuleConsent"] | components["schemas"]["RuleFrequencyCap"] | components["schemas"]["RuleHoldout"] | components["schemas"]["RuleQuietHours"] | components["schemas"]["RuleYield"])[];
            /** Format: int32 */
            version: number;
        };
        Receipt: {
            /** Format: date-time */
            at: string;
            detail?: string;
            key?: string;
            providerId?: string;
            /** @enum {string} */
            status: "DELIVERED" | "READ" | "CLICKED" | "REPLIED" | "COMPLAINED" | "UNSUBSCRIBED" | "FAILED" | "BLOCKED";
            text?: string;
        };
        RefusedMark: {
            employee: string;
            /** Format: int32 */
            member?: number;
            putOn: boolean;
            reason: string;
            refused: boolean;
            tag: string;
        };
        Reject: {
            code: string;
            /** Format: int64 */
            line: number;
            raw: string;
            reason: string;
        };
        Report: {
            /** Format: double */
            alpha: number;
            clusters: boolean;
            health: components["schemas"]["Health"];
            /** Format: date-time */
            madeAt: string;
            metrics: components["schemas"]["MetricReport"][];
            once: boolean;
            /** @enum {string} */
            population: "EXPOSED" | "INTENDED" | "FILE";
            /** Format: double */
            seconds: number;
        };
        ReportedReceipts: {
            receipts: components["schemas"]["Receipt"][];
        };
        ReportTrouble: {
            code: string;
            detail: string;
        };
        ReportWork: {
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "EXPERIMENT" | "LAYERS" | "TOUCHPOINTS" | "PROGRAMME";
            of: string;
            /** Format: double */
            percent: number;
            phase?: string;
            problem?: components["schemas"]["ReportTrouble"];
            /** Format: double */
            seconds?: number;
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
        };
        Repurchase: {
            /** Format: int64 */
            buyers: number;
            channel?: string;
            /** Format: double */
            firstOrderDays?: number;
            /** Format: double */
            intervalDays?: number;
            /** Format: int64 */
            intervals?: number;
            /** Format: double */
            meanIntervalDays?: number;
            /** Format: int64 */
            members: number;
            /** Format: double */
            rate?: number;
            /** Format: int64 */
            repeatBuyers: number;
        };
        RepurchaseFigures: {
            /** Format: date */
            asOf?: string;
            gaps: components["schemas"]["Gap"][];
            items: components["schemas"]["Repurchase"][];
        };
        ResentMessages: {
            /** Format: int32 */
            messages: number;
        };
        Result: {
            code?: string;
            field?: string;
            /** Format: int32 */
            index: number;
            message?: string;
            status: string;
        };
        Retention: {
            kind: "Retention";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            /** Format: int32 */
            day: number;
            event?: string;
        });
        Rfm: {
            /** Format: int32 */
            f?: number;
            /** Format: int32 */
            frequency: number;
            /** Format: int32 */
            m?: number;
            monetary: number;
            /** Format: int32 */
            r?: number;
            /** Format: int32 */
            recencyDays?: number;
        };
        RfmCell: {
            frequency: components["schemas"]["Measure"];
            monetary: components["schemas"]["Measure"];
            recency: components["schemas"]["Measure"];
        };
        RfmRules: {
            frequency?: number[];
            /** @enum {string} */
            method: "QUINTILES" | "FIXED";
            monetary?: number[];
            recencyDays?: number[];
            /** Format: int32 */
            windowDays?: number;
        };
        Row: {
            /** Format: double */
            change?: number;
            /** Format: int32 */
            highValueMembers: number;
            id: string;
            /** Format: int32 */
            members: number;
            name: string;
            /** @enum {string} */
            stage: "GOLDEN" | "SILVER";
            /** Format: double */
            value: number;
        };
        Rule: {
            kind: string;
        };
        RuleApplies: {
            categories: string[];
            channels: string[];
            exceptCategories: string[];
        };
        RuleConsent: {
            kind: "RuleConsent";
        } & (Omit<components["schemas"]["Rule"], "kind"> & {
            applies: components["schemas"]["RuleApplies"];
            mustBeGiven: boolean;
            name: string;
        });
        RuleFrequencyCap: {
            kind: "RuleFrequencyCap";
        } & (Omit<components["schemas"]["Rule"], "kind"> & {
            applies: components["schemas"]["RuleApplies"];
            /** Format: int32 */
            hours: number;
            /** Format: int32 */
            most: number;
            name: string;
            /** @enum {string} */
            then: "LATER" | "SKIP";
        });
        RuleHoldout: {
            kind: "RuleHoldout";
        } & (Omit<components["schemas"]["Rule"], "kind"> & {
            applies: components["schemas"]["RuleApplies"];
            name: string;
        });
        RuleInForce: {
            /** Format: double */
            activityLine: number;
            /** @enum {string} */
            kind: "PERCENTILE" | "ABSOLUTE";
            /** Format: double */
            line: number;
            /** Format: double */
            value?: number;
        };
        RuleMove: {
            id: string;
            name: string;
            /** @enum {string} */
            stage: "GOLDEN" | "SILVER";
            /** Format: double */
            value: number;
        };
        RulePreview: {
            /** Format: int32 */
            asleep: number;
            /** Format: date */
            asOf?: string;
            /** Format: int32 */
            golden: number;
            moves: components["schemas"]["RuleMove"][];
            /** Format: int32 */
            silver: number;
            /** Format: int32 */
            toGolden: number;
            /** Format: int32 */
            toSilver: number;
            /** Format: double */
            value?: number;
        };
        RuleQuietHours: {
            kind: "RuleQuietHours";
        } & (Omit<components["schemas"]["Rule"], "kind"> & {
            applies: components["schemas"]["RuleApplies"];
            from: string;
            name: string;
            /** @enum {string} */
            then: "LATER" | "SKIP";
            to: string;
        });
        RuleYield: {
            kind: "RuleYield";
        } & (Omit<components["schemas"]["Rule"], "kind"> & {
            applies: components["schemas"]["RuleApplies"];
            /** Format: int32 */
            minutes: number;
            name: string;
        });
        SandboxAdvance: {
            /** Format: int32 */
            times?: number;
            /** @enum {string} */
            to?: "HOUR" | "DAY" | "NEXT";
        };
        SandboxAnswer: {
            /** Format: date-time */
            next?: string;
            /** Format: int64 */
            question: number;
        };
        SandboxDue: {
            agenda: string;
            /** Format: date-time */
            at: string;
        };
        SandboxState: {
            advancing: boolean;
            /** Format: int64 */
            aheadSeconds: number;
            doing: string[];
            next?: components["schemas"]["SandboxDue"];
            /** Format: date-time */
            now: string;
            /** Format: int64 */
            question: number;
            /** Format: date-time */
            until?: string;
        };
        Saved: {
            changes: components["schemas"]["ModelChange"][];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            note: string;
            /** Format: int32 */
            version: number;
        };
        ScoredDay: {
            /** Format: int64 */
            counted: number;
            /** Format: int64 */
            n: number;
            /** Format: double */
            raw: number;
        };
        ScoredEvent: {
            amount?: number;
            community?: string;
            counted: boolean;
            currency?: string;
            /** Format: date */
            day: string;
            /** Format: int32 */
            daysAgo: number;
            eventId: string;
            /** Format: double */
            factor: number;
            /** Format: double */
            moneyPoints: number;
            object?: string;
            ofDay: components["schemas"]["ScoredDay"];
            /** Format: int32 */
            place: number;
            /** Format: double */
            points: number;
            /** Format: double */
            raw: number;
            source: string;
            /** Format: date-time */
            ts: string;
        };
        ScoringRun: {
            /** Format: date */
            asOf: string;
            /** Format: int64 */
            communities?: number;
            figures: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            lateData: "include" | "exclude";
            /** Format: int64 */
            members?: number;
            /** Format: int32 */
            modelVersion: number;
            /** Format: double */
            percent: number;
            phase?: string;
            problem?: components["schemas"]["Failure"];
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /** Format: double */
            seconds?: number;
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
        };
        SegmentEffect: {
            /** Format: int64 */
            controls: number;
            /** Format: double */
            difference: number;
            dimension: string;
            inputs?: components["schemas"]["EffectInputs"];
            interval: components["schemas"]["Ends"];
            /** Format: double */
            lift?: number;
            liftInterval?: components["schemas"]["Ends"];
            /** Format: double */
            pValue: number;
            /** Format: double */
            qValue: number;
            /** Format: int64 */
            treated: number;
            value: string;
        };
        Sentence: {
            en: string;
            zh: string;
        };
        SentIdentifier: {
            key: string;
            kind: string;
        };
        Session: {
            locale: string;
            /** @enum {string} */
            role: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            username: string;
        };
        ShownAdjustment: {
            /** Format: double */
            before: number;
            /** Format: double */
            control: number;
            /** Format: double */
            treatment: number;
        };
        ShownEffect: {
            adjustment?: components["schemas"]["ShownAdjustment"];
            alwaysInterval: components["schemas"]["Ends"];
            alwaysLiftInterval?: components["schemas"]["Ends"];
            /** Format: double */
            alwaysPValue: number;
            /** Format: double */
            degrees: number;
            /** Format: double */
            difference: number;
            /** Format: double */
            error: number;
            interval: components["schemas"]["Ends"];
            /** Format: double */
            lift?: number;
            liftInterval?: components["schemas"]["Ends"];
            /** Format: double */
            pValue: number;
            sequence?: components["schemas"]["ShownSequence"];
            /** Format: double */
            theta?: number;
            /** Format: double */
            unadjusted?: number;
            /** Format: double */
            varianceRemoved?: number;
        };
        ShownExperiment: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            design: components["schemas"]["Design"];
            /** Format: int64 */
            exposed: number;
            /** Format: int64 */
            id: number;
            reports: ("EXPOSED" | "INTENDED" | "FILE")[];
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state: "DRAFT" | "RUNNING" | "STOPPED";
            /** Format: date-time */
            stoppedAt?: string;
            subject?: string;
        };
        ShownHoldout: {
            /** Format: date */
            fromDay: string;
            /** Format: int64 */
            id: number;
            /** Format: double */
            share: number;
            /** Format: date */
            untilDay: string;
        };
        ShownSequence: {
            /** Format: double */
            alpha: number;
            /** Format: double */
            normal: number;
            /** Format: double */
            plannedUnits: number;
            /** Format: double */
            quantile: number;
            /** Format: double */
            rhoSquared: number;
            /** Format: double */
            units: number;
            /** Format: double */
            width: number;
        };
        SilentNewcomer: {
            guides: string[];
            liveCodes: string[];
            /** Format: int32 */
            member: number;
            name: string;
            /** Format: date-time */
            since: string;
        };
        SourceQuality: {
            /** Format: int64 */
            duplicate: number;
            /** Format: int64 */
            events: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            malformed: number;
            /** Format: date-time */
            newest?: string;
            /** Format: int64 */
            rejected: number;
            source: string;
            /** Format: int64 */
            unknown: number;
        };
        Stage: {
            /** Format: int64 */
            members: number;
            month: string;
            stage: string;
        };
        StageFlow: {
            from?: string;
            /** Format: int64 */
            members: number;
            /** Format: date */
            month: string;
            to: string;
        };
        StageRules: {
            interest: components["schemas"]["Interest"];
            loyalty: components["schemas"]["Loyalty"];
            purchase: components["schemas"]["Purchase"];
        };
        StandardEvent: {
            dimension?: string;
            event: string;
            meaning: string;
            meaningZh: string;
            properties: string[];
            zh: string;
        };
        StandingChange: {
            /** Format: date */
            day: string;
            from?: string;
            /** @enum {string} */
            kind: "STAGE" | "LAYER";
            to: string;
        };
        Step: {
            /** Format: int32 */
            days?: number;
            formula: string;
            numbers: string;
            what: string;
        };
        StepFreshness: {
            /** Format: date-time */
            at?: string;
            /** Format: double */
            lagSeconds: number;
            /** Format: int64 */
            position?: number;
            /** @enum {string} */
            step: "INBOX" | "LAKE" | "MART" | "SCORE";
        };
        Sum: {
            kind: "Sum";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            event: string;
            /** @enum {string} */
            of: "AMOUNT" | "QUANTITY";
        });
        Summary: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            fileName: string;
            /** Format: int64 */
            id: number;
            name: string;
        };
        Sync: {
            /** Format: int32 */
            block: number;
            /** Format: int32 */
            chats: number;
            /** Format: int64 */
            contacts: number;
            cursor: string;
            /** Format: int32 */
            employees: number;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            stage: "EMPLOYEES" | "NAMES" | "TAGS" | "CONTACTS" | "CHATS" | "CHAT_MEMBERS" | "DONE";
            /** Format: date-time */
            startedAt: string;
            /** Format: int32 */
            tags: number;
            trouble?: string;
        };
        Tag: {
            /** Format: date-time */
            archivedAt?: string;
            /** @enum {string} */
            colour: "GREY" | "BLUE" | "CYAN" | "GREEN" | "LIME" | "GOLD" | "ORANGE" | "RED" | "MAGENTA" | "PURPLE";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int32 */
            groupId: number;
            groupName: string;
            /** Format: int32 */
            id: number;
            /** Format: int64 */
            members: number;
            name: string;
            note: string;
        };
        TagDetail: {
            tag: components["schemas"]["Tag"];
            uses: components["schemas"]["TagUse"][];
        };
        TagEffect: {
            /** Format: int64 */
            asked: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            confirmed: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            unknown: number;
        };
        TagFileResult: {
            /** Format: int64 */
            rejected: number;
            rejects: components["schemas"]["TagReject"][];
            /** Format: int64 */
            rows: number;
            tags: components["schemas"]["TagOutcome"][];
        };
        TaggedMember: {
            by: components["schemas"]["TagSource"];
            channel?: string;
            /** Format: date-time */
            expiresAt?: string;
            name?: string;
            /** Format: int32 */
            no: number;
            phone?: string;
            /** Format: date-time */
            taggedAt: string;
        };
        TagGovernance: {
            /** Format: date-time */
            asOf: string;
            doubles: components["schemas"]["DoubleTag"][];
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            tagged: number;
            tags: components["schemas"]["TagHealth"][];
        };
        TagGroup: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int32 */
            id: number;
            name: string;
            note: string;
        };
        TagHealth: {
            faults: ("EMPTY" | "UNUSED" | "STALE" | "COVERS_ALL")[];
            /** Format: date-time */
            lastTaggedAt?: string;
            /** Format: int64 */
            older: number;
            /** Format: double */
            share: number;
            tag: components["schemas"]["Tag"];
            /** Format: int32 */
            uses: number;
            /** Format: int64 */
            within30: number;
            /** Format: int64 */
            within90: number;
            /** Format: int64 */
            within180: number;
        };
        TagMovement: {
            /** Format: int32 */
            added: number;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["TagSource"];
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            position: number;
            /** @enum {string} */
            reason: "TAGGED" | "UNTAGGED" | "EXPIRED" | "MERGED" | "ERASED" | "DELETED";
            /** Format: int32 */
            removed: number;
        };
        TagOutcome: {
            effect: components["schemas"]["TagEffect"];
            name: string;
            /** Format: int32 */
            tag: number;
        };
        TagQuestion: {
            amount: number;
            /** Format: int32 */
            atLeast: number;
            /** Format: int32 */
            days: number;
            event: string;
            /** Format: date */
            splitDay: string;
        };
        TagReject: {
            /** @enum {string} */
            reason: "MEMBER_UNKNOWN" | "TAG_UNKNOWN" | "TAG_ARCHIVED" | "INCOMPLETE";
            /** Format: int32 */
            row: number;
        };
        TagRule: {
            /** Format: int64 */
            audience: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: int64 */
            since: number;
            /** Format: int32 */
            tag: number;
        };
        TagsInWeCom: {
            groups: number[];
            marks: components["schemas"]["RefusedMark"][];
            /** Format: int32 */
            room: number;
            /** Format: int64 */
            troubles: number;
            unmade: components["schemas"]["UnmadeTag"][];
        };
        TagSource: {
            /** @enum {string} */
            kind: "USER" | "KEY" | "RULE" | "JOURNEY" | "IMPORT" | "CHANNEL" | "WECOM" | "SYSTEM";
            name: string;
            reference: string;
        };
        TagTrial: {
            /** Format: int64 */
            carriers: number;
            /** Format: double */
            carriersRate: number;
            /** Format: double */
            chiSquared?: number;
            /** Format: double */
            falseDiscovery?: number;
            /** Format: double */
            informationValue?: number;
            /** Format: double */
            lift?: number;
            /** Format: double */
            liftHigh?: number;
            /** Format: double */
            liftLow?: number;
            /** Format: double */
            othersRate: number;
            /** Format: double */
            probability?: number;
            tag: components["schemas"]["Tag"];
            /** @enum {string} */
            verdict: "MORE" | "LESS" | "WEAK" | "NOTHING" | "TOO_FEW" | "TOO_YOUNG";
        };
        TagTrials: {
            /** Format: int64 */
            did: number;
            /** Format: int64 */
            members: number;
            question: components["schemas"]["TagQuestion"];
            tags: components["schemas"]["TagTrial"][];
            /** Format: int32 */
            tried: number;
        };
        TagUse: {
            /** Format: int64 */
            id: number;
            kind: string;
            name: string;
            /** Format: int32 */
            tag: number;
        };
        TakenReceipts: {
            /** Format: int32 */
            known: number;
        };
        Task: {
            answer?: string;
            attachments: (components["schemas"]["ContentLink"] | components["schemas"]["ContentMiniProgram"] | components["schemas"]["ContentPicture"] | components["schemas"]["ContentText"])[];
            category: string;
            /** Format: date-time */
            doneAt?: string;
            doneBy?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: int64 */
            id: number;
            key: string;
            /** Format: int32 */
            memberNo: number;
            note: string;
            /** Format: date-time */
            openedAt: string;
            originId: string;
            originKind: string;
            originNode?: string;
            /** @enum {string} */
            outcome?: "SENT" | "REPLIED" | "NOT_REACHED" | "REFUSED" | "NOT_NEEDED";
            owner?: string;
            said?: string;
            /** @enum {string} */
            saidBy?: "HAND" | "WECOM";
            /** Format: date-time */
            snoozedUntil?: string;
            title: string;
            withdrawn?: string;
            words: string;
        };
        TaskCard: {
            /** Format: date-time */
            lastContact?: string;
            /** Format: date */
            lastOrder?: string;
            late: boolean;
            level?: string;
            message?: components["schemas"]["TaskMessage"];
            name?: string;
            place: components["schemas"]["TaskPlace"];
            sendable: boolean;
            stage?: string;
            task: components["schemas"]["Task"];
            /** Format: double */
            value?: number;
        };
        TaskDone: {
            answer?: string;
            note?: string;
            /** @enum {string} */
            outcome: "SENT" | "REPLIED" | "NOT_REACHED" | "REFUSED" | "NOT_NEEDED";
            said?: string;
        };
        TaskHandover: {
            to?: string;
        };
        TaskMessage: {
            /** Format: date-time */
            deliveredAt?: string;
            reason?: string;
            state: string;
        };
        TaskPlace: {
            /** @enum {string} */
            by: "EXPECTED" | "VALUE" | "DUE";
            /** Format: double */
            chance?: number;
            /** Format: double */
            spend?: number;
        };
        TaskSnooze: {
            /** Format: int32 */
            hours: number;
        };
        TaskWords: {
            words?: string;
        };
        Template: {
            category: string;
            /** Format: date-time */
            changedAt: string;
            channel: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            id: number;
            name: string;
            note: string;
            /** Format: int32 */
            version: number;
            wording: components["schemas"]["Wording"];
        };
        TemplatePreview: {
            attachments: (components["schemas"]["ContentLink"] | components["schemas"]["ContentMiniProgram"] | components["schemas"]["ContentPicture"] | components["schemas"]["ContentText"])[];
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            characters: number;
            detail?: string;
            masked: boolean;
            /** Format: int32 */
            memberNo: number;
            reason?: string;
            text: string;
            title?: string;
        };
        TemplateVersion: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int32 */
            version: number;
            wording: components["schemas"]["Wording"];
        };
        Test: unknown;
        TestContains: components["schemas"]["Test"] & {
            contains: string;
        };
        TestKnown: components["schemas"]["Test"] & {
            known: boolean;
        };
        TestOneOf: components["schemas"]["Test"] & {
            in: string[];
        };
        TestRange: {
            /** Format: double */
            atLeast?: number;
            /** Format: double */
            atMost?: number;
            /** Format: double */
            lessThan?: number;
            /** Format: double */
            moreThan?: number;
        };
        TestStartsWith: components["schemas"]["Test"] & {
            startsWith: string;
        };
        ThingHoldout: {
            /** Format: int64 */
            experiment: number;
            /** Format: double */
            share: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "DRAFT" | "RUNNING" | "STOPPED";
            /** Format: date-time */
            stoppedAt?: string;
        };
        TimelineEvent: {
            amount?: number;
            community?: string;
            currency?: string;
            event: string;
            eventId: string;
            object?: string;
            properties?: components["schemas"]["JsonNode"];
            /** Format: double */
            quantity?: number;
            source: string;
            /** Format: date-time */
            ts: string;
        };
        TimeToEvent: {
            kind: "TimeToEvent";
        } & (Omit<components["schemas"]["Measurement"], "kind"> & {
            event: string;
        });
        TooEarly: {
            kind: "TooEarly";
        } & (Omit<components["schemas"]["Verdict"], "kind"> & {
            /** Format: int64 */
            days: number;
        });
        TopSpenderMonth: {
            /** Format: int64 */
            buyers: number;
            /** Format: date */
            from: string;
            line: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            retained: number;
            /** Format: double */
            retention?: number;
            spend: number;
            /** Format: double */
            spendShare: number;
            tierSpend: number;
            /** Format: date */
            to: string;
        };
        TopSpenderRules: {
            /** Format: int32 */
            days: number;
            /** Format: int32 */
            monthDays: number;
            /** Format: double */
            share: number;
        };
        TopSpenders: {
            /** Format: int64 */
            members: number;
            /** Format: double */
            retention?: number;
            /** Format: double */
            share: number;
            spend: number;
            /** Format: double */
            spendShare: number;
        };
        Totals: {
            /** Format: int32 */
            communities: number;
            /** Format: int64 */
            highValue: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            scored: number;
            spend: number;
        };
        TouchPlace: {
            gmv: number;
            key: string;
            /** @enum {string} */
            kind: "MENU" | "CODE" | "CONTENT";
            /** Format: int64 */
            members: number;
            name?: string;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            times: number;
        };
        TouchpointReport: {
            against?: components["schemas"]["Against"];
            currency: string;
            findings: components["schemas"]["Finding"][];
            /** Format: date */
            from: string;
            /** Format: date-time */
            madeAt: string;
            newer: boolean;
            /** Format: int32 */
            orderDays: number;
            places: components["schemas"]["TouchPlace"][];
            rows: components["schemas"]["ChannelRow"][];
            /** Format: date */
            until: string;
        };
        TrackingAnswer: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            duplicate: number;
            /** Format: int32 */
            rejected: number;
            results: components["schemas"]["Result"][];
            success: boolean;
        };
        Trait: {
            eventId: string;
            name: string;
            source: string;
            /** Format: date-time */
            ts: string;
            value: string;
        };
        Trial: {
            members?: number[];
            model?: components["schemas"]["JsonNode"];
            yaml?: string;
        };
        Trouble: {
            code: string;
            detail: string;
            errors: components["schemas"]["Fault"][];
        };
        UnmadeTag: {
            group: string;
            name: string;
            reason: string;
            /** Format: int32 */
            tag: number;
        };
        Uplift: {
            bins?: components["schemas"]["UpliftBin"][];
            /** Format: double */
            coefficient: number;
            points: components["schemas"]["UpliftPoint"][];
        };
        UpliftBin: {
            /** Format: int64 */
            controls: number;
            /** Format: double */
            controlYield: number;
            /** Format: int64 */
            treated: number;
            /** Format: double */
            treatedYield: number;
        };
        UpliftPoint: {
            /** Format: double */
            gain: number;
            /** Format: double */
            share: number;
        };
        UploadedList: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            members: number;
            name: string;
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            unknown: number;
        };
        User: {
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            lastLoginAt?: string;
            locale: string;
            /** @enum {string} */
            role: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            username: string;
            wecomEmployee?: string;
        };
        UserChange: {
            locale?: string;
            password?: string;
            /** @enum {string} */
            role?: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            wecomEmployee?: string;
        };
        UserNewcomer: {
            locale?: string;
            password: string;
            /** @enum {string} */
            role: "GUIDE" | "ANALYST" | "OPERATOR" | "ADMINISTRATOR";
            username: string;
        };
        ValueModel: {
            dimensions: {
                [key: string]: components["schemas"]["DimensionRule"];
            };
            events: components["schemas"]["EventRule"][];
            /** Format: double */
            highValueAbove: number;
            layers: components["schemas"]["LayerRules"];
            levels: components["schemas"]["LevelRules"];
            passive: string[];
            rfm: components["schemas"]["RfmRules"];
            stages: components["schemas"]["StageRules"];
            topSpenders: components["schemas"]["TopSpenderRules"];
        };
        ValueModelVersion: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            model: components["schemas"]["ValueModel"];
            note: string;
            /** Format: int32 */
            version: number;
        };
        Verdict: {
            kind: string;
        };
        ViewWish: {
            name: string;
            query: {
                [key: string]: string;
            };
            shared: boolean;
        };
        Volume: {
            /** Format: int64 */
            count: number;
            /** Format: date */
            day: string;
        };
        WantedAssignments: {
            communities?: string[];
            expose: boolean;
            members?: number[];
        };
        WantedAudience: {
            expression: components["schemas"]["ExpressionActiveDays"] | components["schemas"]["ExpressionAll"] | components["schemas"]["ExpressionAny"] | components["schemas"]["ExpressionChannel"] | components["schemas"]["ExpressionCommunity"] | components["schemas"]["ExpressionConsent"] | components["schemas"]["ExpressionDid"] | components["schemas"]["ExpressionEveryone"] | components["schemas"]["ExpressionInAudience"] | components["schemas"]["ExpressionInList"] | components["schemas"]["ExpressionJoined"] | components["schemas"]["ExpressionLayer"] | components["schemas"]["ExpressionLayerMoved"] | components["schemas"]["ExpressionLevel"] | components["schemas"]["ExpressionMarked"] | components["schemas"]["ExpressionMoved"] | components["schemas"]["ExpressionNot"] | components["schemas"]["ExpressionScore"] | components["schemas"]["ExpressionSequence"] | components["schemas"]["ExpressionShare"] | components["schemas"]["ExpressionStage"] | components["schemas"]["ExpressionTagged"] | components["schemas"]["ExpressionTrait"] | components["schemas"]["ExpressionTraitDay"];
            folder?: string;
            name: string;
            note?: string;
            /** Format: int32 */
            version?: number;
            why?: string;
        };
        WantedContent: {
            content: components["schemas"]["ContentLink"] | components["schemas"]["ContentMiniProgram"] | components["schemas"]["ContentPicture"] | components["schemas"]["ContentText"];
            name: string;
        };
        WantedHoldout: {
            /** Format: date */
            fromDay: string;
            /** Format: double */
            share?: number;
            /** Format: date */
            untilDay: string;
        };
        WantedLiveCode: {
            channel: string;
            employees: string[];
            /** Format: int64 */
            journeyId?: number;
            name: string;
            scene?: string;
            tags?: number[];
            /** Format: int64 */
            templateId?: number;
        };
        WantedMessage: {
            /** Format: date-time */
            expires?: string;
            key?: string;
            /** Format: int32 */
            memberNo: number;
            /** Format: date-time */
            notBefore?: string;
            /** Format: int32 */
            priority?: number;
            /** Format: int64 */
            templateId: number;
            values?: {
                [key: string]: string;
            };
        };
        WantedOwner: {
            owner?: string;
        };
        WantedPolicy: {
            note?: string;
            rules: (components["schemas"]["RuleConsent"] | components["schemas"]["RuleFrequencyCap"] | components["schemas"]["RuleHoldout"] | components["schemas"]["RuleQuietHours"] | components["schemas"]["RuleYield"])[];
            /** Format: int32 */
            version: number;
        };
        WantedPreview: {
            channel: string;
            /** Format: int32 */
            memberNo: number;
            values?: {
                [key: string]: string;
            };
            wording: components["schemas"]["Wording"];
        };
        WantedRun: {
            /** Format: date */
            asOf?: string;
            /** @enum {string} */
            lateData?: "include" | "exclude";
        };
        WantedTag: {
            archived?: boolean;
            /** @enum {string} */
            colour?: "GREY" | "BLUE" | "CYAN" | "GREEN" | "LIME" | "GOLD" | "ORANGE" | "RED" | "MAGENTA" | "PURPLE";
            /** Format: int32 */
            group?: number;
            name?: string;
            note?: string;
        };
        WantedTagGroup: {
            name?: string;
            note?: string;
        };
        WantedTagRule: {
            /** Format: int64 */
            audience?: number;
            /** Format: int32 */
            tag?: number;
        };
        WantedTagSharing: {
            inWeCom?: boolean;
        };
        WantedTemplate: {
            category: string;
            channel: string;
            name: string;
            note?: string;
            /** Format: int32 */
            version?: number;
            wording: components["schemas"]["Wording"];
        };
        WantedThingHoldout: {
            /** @enum {string} */
            kind: "JOURNEY" | "TEMPLATE" | "AUDIENCE";
            /** Format: int64 */
            number: number;
            /** Format: double */
            share: number;
        };
        WeComConnection: {
            corpId: string;
            counts: components["schemas"]["WeComCounts"];
            ready: boolean;
            sync?: components["schemas"]["Sync"];
            takesCallbacks: boolean;
        };
        WeComCounts: {
            /** Format: int64 */
            callbacksWaiting: number;
            /** Format: int64 */
            chats: number;
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            employees: number;
            /** Format: int64 */
            tags: number;
        };
        Window: {
            kind: string;
        };
        WindowAgo: {
            kind: "WindowAgo";
        } & (Omit<components["schemas"]["Window"], "kind"> & {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        });
        WindowBetween: {
            kind: "WindowBetween";
        } & (Omit<components["schemas"]["Window"], "kind"> & {
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        });
        WindowEver: {
            kind: "WindowEver";
        } & Omit<components["schemas"]["Window"], "kind">;
        WindowLast: {
            kind: "WindowLast";
        } & (Omit<components["schemas"]["Window"], "kind"> & {
            /** Format: int32 */
            days: number;
        });
        WindowNext: {
            kind: "WindowNext";
        } & (Omit<components["schemas"]["Window"], "kind"> & {
            /** Format: int32 */
            days: number;
        });
        WindowSinceJoining: {
            kind: "WindowSinceJoining";
        } & (Omit<components["schemas"]["Window"], "kind"> & {
            /** Format: int32 */
            days: number;
        });
        WithdrawnMessages: {
            /** Format: int32 */
            messages: number;
        };
        Wording: {
            attachments: number[];
            text: string;
            title?: string;
            url?: string;
            variables: string[];
        };
        Workload: {
            guides: components["schemas"]["GuideLimit"][];
            /** @enum {string} */
            overflow: "NEXT_DAY" | "OTHER_GUIDE";
            /** Format: int32 */
            tasksADay?: number;
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
    activity: {
        parameters: {
            query?: {
                channel?: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FiguresActiveDay"];
                };
            };
        };
    };
    page_4: {
        parameters: {
            query?: {
                folder?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceSummary"];
                };
            };
        };
    };
    create_7: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedAudience"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceSummary"];
                };
            };
        };
    };
    one_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceSummary"];
                };
            };
        };
    };
    update_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedAudience"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceSummary"];
                };
            };
        };
    };
    delete_5: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changes_1: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceMovement"];
                };
            };
        };
    };
    daily: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceDay"];
                };
            };
        };
    };
    diff: {
        parameters: {
            query: {
                from: string;
                sample?: number;
                to?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceDiff"];
                };
            };
        };
    };
    explain_4: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                id: number;
                memberNo: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceReason"];
                };
            };
        };
    };
    look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    handOver_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    members_1: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceMember"];
                };
            };
        };
    };
    give: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedOwner"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceSummary"];
                };
            };
        };
    };
    profile: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceProfile"];
                };
            };
        };
    };
    trend: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudiencePoint"];
                };
            };
        };
    };
    uses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceUse"];
                };
            };
        };
    };
    versions_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceVersion"];
                };
            };
        };
    };
    lists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageUploadedList"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query: {
                kind?: string;
                name: string;
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UploadedList"];
                };
            };
        };
    };
    overlap: {
        parameters: {
            query: {
                ids: number[];
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceOverlap"];
                };
            };
        };
    };
    owners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceOwner"];
                };
            };
        };
    };
    preview_3: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudiencePreview"];
                };
            };
        };
    };
    trends: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceTrend"];
                };
            };
        };
    };
    vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AudienceVocabulary"];
                };
            };
        };
    };
    entries: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageEntry"];
                };
            };
        };
    };
    export_2: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                from?: string;
                /** @description zh or en for a head in Chinese or English; else the keys */
                head?: string;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    brand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandCard"];
                };
            };
        };
    };
    change_5: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandCard"];
                };
            };
        };
    };
    cohorts: {
        parameters: {
            query?: {
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FiguresCohortMonth"];
                };
            };
        };
    };
    all_9: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                sort?: string;
                stage?: "GOLDEN" | "SILVER";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageCommunitySummary"];
                };
            };
        };
    };
    add_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityNewcomer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CommunityReport"];
                };
            };
        };
    };
    one_6: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CommunityReport"];
                };
            };
        };
    };
    change_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CommunityReport"];
                };
            };
        };
    };
    atmosphere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AtmosphereHours"];
                };
            };
        };
    };
    concentration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CarriedCurves"];
                };
            };
        };
    };
    explain_3: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CommunityExplanation"];
                };
            };
        };
    };
    lifeCurve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LifeCurve"];
                };
            };
        };
    };
    rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RuleInForce"];
                };
            };
        };
    };
    change_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RuleInForce"];
                };
            };
        };
    };
    preview_4: {
        parameters: {
            query: {
                activityLine?: number;
                kind: "PERCENTILE" | "ABSOLUTE";
                line: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RulePreview"];
                };
            };
        };
    };
    all_8: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageContentItem"];
                };
            };
        };
    };
    create_6: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedContent"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ContentItem"];
                };
            };
        };
    };
    update_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedContent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ContentItem"];
                };
            };
        };
    };
    delete_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sources: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageSourceQuality"];
                };
            };
        };
    };
    examine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Examination"];
                };
            };
        };
    };
    all_13: {
        parameters: {
            query?: {
                /** @description next of the page before */
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageErasureWork"];
                };
            };
        };
    };
    certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Erasure"];
                };
            };
        };
    };
    seen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageEventSummary"];
                };
            };
        };
    };
    detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EventDetail"];
                };
            };
        };
    };
    malformed: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMalformed"];
                };
            };
        };
    };
    tail: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageArrived"];
                };
            };
        };
    };
    list_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageShownExperiment"];
                };
            };
        };
    };
    plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Design"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownExperiment"];
                };
            };
        };
    };
    get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownExperiment"];
                };
            };
        };
    };
    replan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Design"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownExperiment"];
                };
            };
        };
    };
    delete_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedAssignments"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MadeAssignments"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: {
                population?: "EXPOSED" | "INTENDED" | "FILE";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Report"];
                };
            };
        };
    };
    makeReport: {
        parameters: {
            query?: {
                population?: "EXPOSED" | "INTENDED" | "FILE";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Report"];
                };
            };
        };
    };
    day: {
        parameters: {
            query: {
                arm: string;
                day: string;
                metric: string;
                population?: "EXPOSED" | "INTENDED" | "FILE";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EffectInputs"];
                };
            };
        };
    };
    start_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownExperiment"];
                };
            };
        };
    };
    stop_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownExperiment"];
                };
            };
        };
    };
    baseline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BaselineQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Baseline"];
                };
            };
        };
    };
    list_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageSummary"];
                };
            };
        };
    };
    analyse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FinishedExperiment"];
                };
            };
        };
    };
    get_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FinishedExperiment"];
                };
            };
        };
    };
    delete_6: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    day_1: {
        parameters: {
            query: {
                arm: string;
                day: string;
                metric: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EffectInputs"];
                };
            };
        };
    };
    rejects_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv;charset=UTF-8": string;
                };
            };
        };
    };
    inWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain;charset=UTF-8": string;
                };
            };
        };
    };
    guardRails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageGuardRail"];
                };
            };
        };
    };
    holdouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageShownHoldout"];
                };
            };
        };
    };
    plan_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedHoldout"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShownHoldout"];
                };
            };
        };
    };
    end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    of: {
        parameters: {
            query: {
                kind: "JOURNEY" | "TEMPLATE" | "AUDIENCE";
                number: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageThingHoldout"];
                };
            };
        };
    };
    open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedThingHoldout"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ThingHoldout"];
                };
            };
        };
    };
    power: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PowerQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PowerAnswer"];
                };
            };
        };
    };
    costs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageChannelCost"];
                };
            };
        };
    };
    cost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelCost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageChannelCost"];
                };
            };
        };
    };
    layers: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LayerReport"];
                };
            };
        };
    };
    makeLayers: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LayerReport"];
                };
            };
        };
    };
    layersAsFile: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv;charset=UTF-8": string;
                };
            };
        };
    };
    programme: {
        parameters: {
            query?: {
                quarter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProgrammeReport"];
                };
            };
        };
    };
    makeProgramme: {
        parameters: {
            query?: {
                quarter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProgrammeReport"];
                };
            };
        };
    };
    programmeAsFile: {
        parameters: {
            query?: {
                quarter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv;charset=UTF-8": string;
                };
            };
        };
    };
    touchpoints: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TouchpointReport"];
                };
            };
        };
    };
    makeTouchpoints: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TouchpointReport"];
                };
            };
        };
    };
    touchpointsAsFile: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv;charset=UTF-8": string;
                };
            };
        };
    };
    works: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageReportWork"];
                };
            };
        };
    };
    cancel_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReportWork"];
                };
            };
        };
    };
    freshness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["StepFreshness"][];
                };
            };
        };
    };
    rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["IdentifierRules"];
                };
            };
        };
    };
    block: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockedValue"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["IdentifierRules"];
                };
            };
        };
    };
    allow: {
        parameters: {
            query: {
                value: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["IdentifierRules"];
                };
            };
        };
    };
    limit_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindLimits"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["IdentifierRules"];
                };
            };
        };
    };
    all_12: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageImportUndo"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                rejected?: boolean;
                state?: ("WAITING" | "RUNNING" | "TRIED" | "DONE" | "FAILED" | "CANCELLED")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageImport"];
                };
            };
        };
    };
    start_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Import"];
                };
            };
        };
    };
    get_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Import"];
                };
            };
        };
    };
    cancel_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Import"];
                };
            };
        };
    };
    rejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    take_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Import"];
                };
            };
        };
    };
    undone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImportUndo"];
                };
            };
        };
    };
    undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImportUndo"];
                };
            };
        };
    };
    preview_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    page_3: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageJourneySummary"];
                };
            };
        };
    };
    create_5: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    one_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    update_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    delete_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    dead: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageJourneyCall"];
                };
            };
        };
    };
    one_5: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CallsAgain"];
                };
            };
        };
    };
    again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CallsAgain"];
                };
            };
        };
    };
    counts: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyCounts"];
                };
            };
        };
    };
    enrolments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageJourneyEnrolment"];
                };
            };
        };
    };
    enrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyEnrolment"];
                };
            };
        };
    };
    cancel_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyEnrolment"];
                };
            };
        };
    };
    enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyEntries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyEnrolment"];
                };
            };
        };
    };
    page_6: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
                living?: boolean;
                member?: number;
                node?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageInstance"];
                };
            };
        };
    };
    one_8: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                instance: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["InstanceTimeline"];
                };
            };
        };
    };
    takeOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                instance: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["InstanceTimeline"];
                };
            };
        };
    };
    landings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageLanding"];
                };
            };
        };
    };
    pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyPublishing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    stop_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyDetail"];
                };
            };
        };
    };
    versions_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageJourneyVersion"];
                };
            };
        };
    };
    dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyDryRun"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyCourse"];
                };
            };
        };
    };
    reading: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JourneyReading"];
                };
            };
        };
    };
    test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyTest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageInstanceTimeline"];
                };
            };
        };
    };
    all_7: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageKeyRow"];
                };
            };
        };
    };
    create_4: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CreatedKey"];
                };
            };
        };
    };
    revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    layers_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FiguresLayerWeek"];
                };
            };
        };
    };
    lifetime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Lifetime"];
                };
            };
        };
    };
    page_2: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageLifetimeFit"];
                };
            };
        };
    };
    fit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LifetimeFit"];
                };
            };
        };
    };
    fit_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LifetimeFit"];
                };
            };
        };
    };
    cancel_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LifetimeFit"];
                };
            };
        };
    };
    all_6: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageLiveCode"];
                };
            };
        };
    };
    create_3: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedLiveCode"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LiveCode"];
                };
            };
        };
    };
    change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedLiveCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LiveCode"];
                };
            };
        };
    };
    archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LiveCode"];
                };
            };
        };
    };
    onboarding: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OnboardingFunnel"];
                };
            };
        };
    };
    silent: {
        parameters: {
            query?: {
                cursor?: string;
                days?: number;
                limit?: number;
                liveCode?: number;
                path?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageSilentNewcomer"];
                };
            };
        };
    };
    page_5: {
        parameters: {
            query?: {
                activeMonth?: string;
                activeOn?: string;
                boughtMonth?: string;
                channel?: string;
                cursor?: string;
                f?: string;
                firstSeenFrom?: string;
                firstSeenTo?: string;
                highValue?: boolean;
                joinedFrom?: string;
                joinedTo?: string;
                lastSeenFrom?: string;
                lastSeenTo?: string;
                layer?: string;
                level?: string;
                limit?: number;
                m?: string;
                maxConsumption?: number;
                maxContent?: number;
                maxExpectedOrders?: number;
                maxExpectedSpend?: number;
                maxFirstOrderDays?: number;
                maxInteraction?: number;
                maxOrders?: number;
                maxPAlive?: number;
                maxRecency?: number;
                maxSocial?: number;
                maxSpend?: number;
                maxValue?: number;
                minConsumption?: number;
                minContent?: number;
                minExpectedOrders?: number;
                minExpectedSpend?: number;
                minFirstOrderDays?: number;
                minInteraction?: number;
                minOrders?: number;
                minPAlive?: number;
                minRecency?: number;
                minSocial?: number;
                minSpend?: number;
                minValue?: number;
                q?: string;
                r?: string;
                sort?: string;
                stage?: string;
                tag?: string;
                topSpender?: boolean;
                trait?: string;
                untouched?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MemberPage"];
                };
            };
        };
    };
    member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MemberCard"];
                };
            };
        };
    };
    ofMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageAudienceSize"];
                };
            };
        };
    };
    communities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMemberCommunity"];
                };
            };
        };
    };
    consent_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageConsent"];
                };
            };
        };
    };
    consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                no: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageConsent"];
                };
            };
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Erasure"];
                };
            };
        };
    };
    explain_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Explanation"];
                };
            };
        };
    };
    events: {
        parameters: {
            query: {
                cursor?: string;
                event: string;
                limit?: number;
            };
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageScoredEvent"];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Export"];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: {
                weeks?: number;
            };
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["History"];
                };
            };
        };
    };
    identifiers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Known"];
                };
            };
        };
    };
    of_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageInstance"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LifetimeExplanation"];
                };
            };
        };
    };
    peers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Peers"];
                };
            };
        };
    };
    of_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMemberTag"];
                };
            };
        };
    };
    put: {
        parameters: {
            query?: {
                expiresAt?: string;
            };
            header?: never;
            path: {
                no: number;
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMemberTag"];
                };
            };
        };
    };
    take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                before?: string;
                /** @description only events of these names, separated by commas */
                events?: string;
                limit?: number;
                /** @description only events from this moment on */
                since?: string;
            };
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTimelineEvent"];
                };
            };
        };
    };
    traits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTrait"];
                };
            };
        };
    };
    member_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MemberCard"];
                };
            };
        };
    };
    explain_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Explanation"];
                };
            };
        };
    };
    events_1: {
        parameters: {
            query: {
                cursor?: string;
                event: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageScoredEvent"];
                };
            };
        };
    };
    timeline_1: {
        parameters: {
            query?: {
                before?: string;
                events?: string;
                limit?: number;
                since?: string;
            };
            header?: never;
            path: {
                key: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTimelineEvent"];
                };
            };
        };
    };
    export_1: {
        parameters: {
            query?: {
                activeMonth?: string;
                activeOn?: string;
                boughtMonth?: string;
                channel?: string;
                /** @description keys of the columns wanted, separated by commas; all without it */
                columns?: string;
                cursor?: string;
                f?: string;
                firstSeenFrom?: string;
                firstSeenTo?: string;
                /** @description zh or en for a head in Chinese or English; else the keys */
                head?: string;
                highValue?: boolean;
                joinedFrom?: string;
                joinedTo?: string;
                lastSeenFrom?: string;
                lastSeenTo?: string;
                layer?: string;
                level?: string;
                limit?: number;
                m?: string;
                maxConsumption?: number;
                maxContent?: number;
                maxExpectedOrders?: number;
                maxExpectedSpend?: number;
                maxFirstOrderDays?: number;
                maxInteraction?: number;
                maxOrders?: number;
                maxPAlive?: number;
                maxRecency?: number;
                maxSocial?: number;
                maxSpend?: number;
                maxValue?: number;
                minConsumption?: number;
                minContent?: number;
                minExpectedOrders?: number;
                minExpectedSpend?: number;
                minFirstOrderDays?: number;
                minInteraction?: number;
                minOrders?: number;
                minPAlive?: number;
                minRecency?: number;
                minSocial?: number;
                minSpend?: number;
                minValue?: number;
                q?: string;
                r?: string;
                sort?: string;
                stage?: string;
                tag?: string;
                topSpender?: boolean;
                trait?: string;
                untouched?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    all_5: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMemberView"];
                };
            };
        };
    };
    add_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewWish"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MemberView"];
                };
            };
        };
    };
    remove_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    page_1: {
        parameters: {
            query?: {
                channel?: string;
                cursor?: string;
                limit?: number;
                member?: number;
                originId?: string;
                originKind?: string;
                originNode?: string;
                reason?: string;
                state?: "WAITING" | "HELD" | "SENDING" | "SENT" | "FAILED" | "DEAD" | "SUPPRESSED" | "WITHDRAWN";
                template?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageOutboxMessage"];
                };
            };
        };
    };
    intend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedMessage"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["IntendedMessage"];
                };
            };
        };
    };
    one_7: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MessageTimeline"];
                };
            };
        };
    };
    resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    of_1: {
        parameters: {
            query: {
                member: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageMessageBlock"];
                };
            };
        };
    };
    lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                member: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageChannelView"];
                };
            };
        };
    };
    count: {
        parameters: {
            query?: {
                channel?: string;
                member?: number;
                originId?: string;
                originKind?: string;
                originNode?: string;
                reason?: string;
                state?: "WAITING" | "HELD" | "SENDING" | "SENT" | "FAILED" | "DEAD" | "SUPPRESSED" | "WITHDRAWN";
                template?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CountedMessages"];
                };
            };
        };
    };
    resend_1: {
        parameters: {
            query?: {
                channel?: string;
                member?: number;
                originId?: string;
                originKind?: string;
                originNode?: string;
                reason?: string;
                state?: "WAITING" | "HELD" | "SENDING" | "SENT" | "FAILED" | "DEAD" | "SUPPRESSED" | "WITHDRAWN";
                template?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ResentMessages"];
                };
            };
        };
    };
    tallies: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageDayTally"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: {
                channel?: string;
                member?: number;
                originId?: string;
                originKind?: string;
                originNode?: string;
                reason?: string;
                state?: "WAITING" | "HELD" | "SENDING" | "SENT" | "FAILED" | "DEAD" | "SUPPRESSED" | "WITHDRAWN";
                template?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["WithdrawnMessages"];
                };
            };
        };
    };
    movers: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Movers"];
                };
            };
        };
    };
    overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Overview"];
                };
            };
        };
    };
    cancel_5: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    current_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReachPolicy"];
                };
            };
        };
    };
    save_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReachPolicy"];
                };
            };
        };
    };
    versions_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageReachPolicy"];
                };
            };
        };
    };
    repurchase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RepurchaseFigures"];
                };
            };
        };
    };
    page: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageScoringRun"];
                };
            };
        };
    };
    start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WantedRun"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ScoringRun"];
                };
            };
        };
    };
    run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ScoringRun"];
                };
            };
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ScoringRun"];
                };
            };
        };
    };
    state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SandboxState"];
                };
            };
        };
    };
    advance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxAdvance"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SandboxState"];
                };
            };
        };
    };
    stop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SandboxState"];
                };
            };
        };
    };
    answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SandboxState"];
                };
            };
        };
    };
    current_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Session"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Session"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Own"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Session"];
                };
            };
        };
    };
    flow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FiguresStageFlow"];
                };
            };
        };
    };
    all_2: {
        parameters: {
            query?: {
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AllTags"];
                };
            };
        };
    };
    create_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTag"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Tag"];
                };
            };
        };
    };
    one_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagDetail"];
                };
            };
        };
    };
    update_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Tag"];
                };
            };
        };
    };
    delete_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTagMovement"];
                };
            };
        };
    };
    members: {
        parameters: {
            query?: {
                by?: "USER" | "KEY" | "RULE" | "JOURNEY" | "IMPORT" | "CHANNEL" | "WECOM" | "SYSTEM";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTaggedMember"];
                };
            };
        };
    };
    tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersToTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagEffect"];
                };
            };
        };
    };
    tag_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceToTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagEffect"];
                };
            };
        };
    };
    one_4: {
        parameters: {
            query: {
                expiresAt?: string;
                kind: string;
                name: string;
            };
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagFileResult"];
                };
            };
        };
    };
    untag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersToTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagEffect"];
                };
            };
        };
    };
    untag_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceToTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagEffect"];
                };
            };
        };
    };
    governance: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagGovernance"];
                };
            };
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTagGroup"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagGroup"];
                };
            };
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTagGroup"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagGroup"];
                };
            };
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    all_4: {
        parameters: {
            query: {
                expiresAt?: string;
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagFileResult"];
                };
            };
        };
    };
    all_3: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTagRule"];
                };
            };
        };
    };
    create_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTagRule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagRule"];
                };
            };
        };
    };
    remove_1: {
        parameters: {
            query?: {
                keep?: boolean;
            };
            header?: never;
            path: {
                rule: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    trials: {
        parameters: {
            query?: {
                amount?: number;
                atLeast?: number;
                days?: number;
                event?: string;
                splitDay?: string;
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagTrials"];
                };
            };
        };
    };
    all_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTemplate"];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTemplate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Template"];
                };
            };
        };
    };
    one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Template"];
                };
            };
        };
    };
    update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTemplate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Template"];
                };
            };
        };
    };
    delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    versions_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTemplateVersion"];
                };
            };
        };
    };
    preview_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedPreview"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplatePreview"];
                };
            };
        };
    };
    topSpenders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FiguresTopSpenderMonth"];
                };
            };
        };
    };
    all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageUser"];
                };
            };
        };
    };
    add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserNewcomer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["User"];
                };
            };
        };
    };
    remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["User"];
                };
            };
        };
    };
    current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ValueModelVersion"];
                };
            };
        };
    };
    save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewModel"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ValueModelVersion"];
                };
            };
        };
    };
    calibrate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Fitting"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Calibration"];
                };
            };
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Preview"];
                };
            };
        };
    };
    versions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageSaved"];
                };
            };
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ValueModelVersion"];
                };
            };
        };
    };
    connection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["WeComConnection"];
                };
            };
        };
    };
    sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["WeComConnection"];
                };
            };
        };
    };
    all_11: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagsInWeCom"];
                };
            };
        };
    };
    share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTagSharing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagsInWeCom"];
                };
            };
        };
    };
    retry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TagsInWeCom"];
                };
            };
        };
    };
    colleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageString"];
                };
            };
        };
    };
    all_10: {
        parameters: {
            query?: {
                days?: number;
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageGuideFigures"];
                };
            };
        };
    };
    own: {
        parameters: {
            query?: {
                days?: number;
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["GuideFigures"];
                };
            };
        };
    };
    tasks: {
        parameters: {
            query?: {
                shelf?: "TODAY" | "SNOOZED" | "DONE" | "ALL";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PageTaskCard"];
                };
            };
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskHandover"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    done: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDone"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    send: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskWords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    snooze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSnooze"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    take_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    workload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Workload"];
                };
            };
        };
    };
    limit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Workload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Workload"];
                };
            };
        };
    };
    follow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    prove: {
        parameters: {
            query: {
                echostr: string;
                nonce: string;
                signature: string;
                timestamp: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    hear: {
        parameters: {
            query: {
                msg_signature?: string;
                nonce: string;
                signature: string;
                timestamp: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    take_2: {
        parameters: {
            query?: never;
            header?: {
                "X-Guanxi-Signature"?: string;
                "X-Guanxi-Timestamp"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportedReceipts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TakenReceipts"];
                };
            };
        };
    };
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    single: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    single_3: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    single_4: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    batch_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    single_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    single_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    single_5: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query: {
                echostr: string;
                msg_signature: string;
                nonce: string;
                timestamp: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    take_1: {
        parameters: {
            query: {
                msg_signature: string;
                nonce: string;
                timestamp: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
