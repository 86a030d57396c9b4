/// The look of all pages: one column, calm type, one dark colour that prints as dark grey; nothing is said by colour alone.
enum PageStyle {
    /// The style sheet.
    static let css = """
        :root { --ink: #1d2427; --quiet: #55626a; --line: #c9d1d5; --deep: #17485a; --wash: #f1f5f6; }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 1.5rem 1.25rem 2rem; max-width: 50rem; color: var(--ink); background: #fff;
          font: 1rem/1.5 "Noto Sans", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          "Source Han Sans SC", sans-serif; }
        h1, h2, h3, p, ol, ul, dl, dd { margin: 0; padding: 0; }
        h1 { font-size: 1.7rem; line-height: 1.2; font-weight: 700; color: var(--deep); }
        h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 700; }
        h3 { font-size: .95rem; line-height: 1.3; font-weight: 700; color: var(--deep); margin-bottom: .3rem; }
        a { color: inherit; }
        header.page { border-bottom: 3px solid var(--deep); padding-bottom: .6rem; margin-bottom: 1.4rem; }
        header.page p { color: var(--quiet); margin-top: .2rem; }
        footer.page h2 { font-size: .95rem; margin-top: .5rem; }
        footer.page ul { padding-left: 1.1rem; }
        footer.page { margin-top: 1.5rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--quiet);
          font-size: .85rem; }
        section { margin-bottom: 1.6rem; }
        section > h2 { margin-bottom: .5rem; }
        section.plain > h2 span { font-weight: 400; color: var(--quiet); font-size: 1rem; }
        section > p { margin-bottom: .5rem; max-width: 44rem; }
        .quiet { color: var(--quiet); }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .when { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; }
        .short { white-space: nowrap; }
        td.number + td:not(.number), th.number + th:not(.number) { padding-left: .8rem; }
        body.requests td:last-child { min-width: 8rem; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.4; }
        th { text-align: left; font-weight: 700; color: var(--deep); border-bottom: 2px solid var(--deep);
          padding: .3rem .6rem .3rem 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; vertical-align: top; }
        tbody th { color: var(--ink); font-weight: 400; border-bottom: 1px solid var(--line); white-space: nowrap; }
        td small, li small { color: var(--quiet); font-size: .88em; }
        .box { display: inline-block; width: .85em; height: .85em; border: 1.5px solid var(--ink); border-radius: 2px;
          margin-right: .5em; vertical-align: -.05em; }
        tr.total td { font-weight: 700; border-top: 2px solid var(--deep); }
        th.number { padding-right: .6rem; }

        figure { margin: 0 0 1rem; }
        figcaption { font-weight: 700; color: var(--deep); margin-bottom: .4rem; }
        figure.plot { display: grid; grid-template-columns: minmax(12rem, 26rem) minmax(min-content, 1fr); gap: .3rem 2rem;
          align-items: start; break-inside: avoid; }
        figure.plot.wide { grid-template-columns: minmax(0, 1fr); }
        figure.plot.wide svg { max-width: 30rem; }
        figure.plot figcaption { grid-column: 1 / -1; }
        svg { display: block; width: 100%; height: auto; overflow: visible; }
        svg text { font-size: 12.5px; fill: var(--ink); }
        svg .mark { font-size: 11px; fill: var(--quiet); }
        svg .value { font-size: 11.5px; font-variant-numeric: tabular-nums; }
        svg .grid { stroke: var(--line); stroke-width: 1; }
        svg .axis { stroke: var(--ink); stroke-width: 1.5; }
        svg .series0 { fill: var(--deep); stroke: var(--deep); }
        svg .series1 { fill: #a9c3cc; stroke: var(--deep); }
        svg .series2 { fill: #fff; stroke: var(--deep); }
        figure.drawing figcaption { font-weight: 400; font-size: .85rem; color: var(--quiet); }
        svg.route { max-height: 15rem; }
        svg.route .way { stroke: var(--deep); stroke-width: 3; fill: none; stroke-linecap: round; }
        svg.route .walked { stroke: var(--deep); stroke-width: 3; stroke-dasharray: 1 6; stroke-linecap: round; }
        svg.route .place { fill: #fff; stroke: var(--deep); stroke-width: 2.5; }
        svg.route .end { fill: var(--deep); stroke: var(--deep); stroke-width: 2.5; }
        svg.route .name { font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        svg.route .leg { font-size: 11px; fill: var(--quiet); paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        svg.picture { width: 100%; max-width: 9rem; margin: 0 auto; }
        svg.picture * { vector-effect: non-scaling-stroke; }

        section.card { border: 1px solid var(--line); border-left: 5px solid var(--deep); border-radius: 6px;
          padding: 1.1rem 1.3rem; margin-bottom: 1.5rem; }
        .card h2 { font-size: 1.45rem; font-variant-numeric: tabular-nums; }
        .card h2 span { white-space: nowrap; }
        .card .who { font-size: 1.1rem; font-weight: 700; margin-top: .15rem; }
        .card .state { display: inline-block; margin-top: .5rem; padding: .05rem .7rem; border: 1.5px dashed var(--deep);
          border-radius: 1em; font-size: .9rem; }
        .card .state.firm { border-style: solid; background: var(--deep); color: #fff; }
        ol.steps { list-style: none; margin: 1rem 0; --mark: 7.6rem; }
        ol.steps li { display: grid; grid-template-columns: 6.6rem 1fr; gap: 0 2rem; position: relative;
          padding-bottom: .45rem; }
        ol.steps li::before { content: ""; position: absolute; left: calc(var(--mark) - 1px); top: .75rem;
          bottom: -.75rem; border-left: 2px solid var(--line); }
        ol.steps li:last-child::before { display: none; }
        ol.steps li::after { content: ""; position: absolute; left: calc(var(--mark) - 4px); top: .5rem; width: 8px;
          height: 8px; border-radius: 50%; background: var(--line); }
        ol.steps li.milestone::after { left: calc(var(--mark) - 7px); top: .3rem; width: 14px; height: 14px;
          background: #fff; border: 3px solid var(--deep); }
        ol.steps li.meeting::after { background: var(--deep); }
        ol.steps .clock { text-align: right; font-variant-numeric: tabular-nums; color: var(--quiet);
          white-space: nowrap; }
        ol.steps .milestone .clock, ol.steps .milestone .what { font-weight: 700; color: var(--ink); }
        ol.steps .meeting .clock, ol.steps .meeting .what { color: var(--deep); }
        ol.steps .day { grid-column: 1 / -1; font-weight: 700; line-height: 1.6rem;
          background: #fff; position: relative; z-index: 1; }
        ol.steps li.newday::before { top: 2.35rem; }
        ol.steps li.newday::after { top: 1.9rem; }
        ol.steps small { font-weight: 400; }
        ol.steps .milestone small { display: block; }
        .facts { display: grid; grid-template-columns: 1fr 1fr; gap: .9rem 1.6rem; border-top: 1px solid var(--line);
          padding-top: .9rem; }
        .facts section { margin: 0; }
        .facts ul { list-style: none; margin: 0; padding: 0; }
        .facts li.tick { padding-left: 1.45em; text-indent: -1.45em; }
        .facts li.tick .box { text-indent: 0; }
        .facts .label { display: block; color: var(--quiet); font-size: .88rem; }
        .facts a { white-space: nowrap; }
        .plain > .facts { border-top: 0; padding-top: 0; }
        .scroll:focus-visible { outline: 2px solid var(--deep); }

        table.month { table-layout: fixed; font-size: .85rem; }
        table.month th { text-align: left; padding: .2rem .4rem; }
        table.month td { height: 6.2rem; border: 1px solid var(--line); padding: .25rem .35rem; }
        table.month td.outside { background: var(--wash); }
        table.month .date strong { font-size: 1.05rem; }
        table.month .weekday { display: none; }
        table.month i { font-style: normal; color: var(--quiet); font-size: .9em; }
        table.month .entry { display: block; margin-top: .2rem; padding: .1rem .3rem; border: 1.5px dashed var(--deep);
          border-radius: 3px; line-height: 1.25; overflow-wrap: anywhere; }
        table.month .entry.firm { border-style: solid; background: var(--wash); }
        table.month .entry small { display: block; color: var(--ink); }
        body.landscape { max-width: 68rem; }

        body.child { font-size: 1.25rem; line-height: 1.45; }
        body.child h2 { font-size: 1.6rem; }
        body.child .who { font-size: 1.3rem; }
        ol.scenes { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
          gap: 1rem 1.4rem; margin: 1rem 0; counter-reset: scene; }
        ol.scenes li { break-inside: avoid; counter-increment: scene; position: relative; padding-top: .3rem; }
        ol.scenes li::before { content: counter(scene); position: absolute; left: 0; top: 0; width: 1.7em; height: 1.7em;
          border-radius: 50%; background: var(--deep); color: #fff; text-align: center; line-height: 1.7em;
          font-weight: 700; font-size: .85em; }
        ol.scenes p { margin-top: .3rem; }

        body.child .facts { grid-template-columns: minmax(0, 1fr); }
        @media (min-width: 46rem), print {
          section.card:has(figure.drawing) { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
            column-gap: 1.5rem; align-items: start; justify-items: start; }
          section.card:has(figure.drawing) > * { grid-column: 1; }
          section.card:has(figure.drawing) > figure.drawing { grid-area: 1 / 2 / span 4; justify-self: stretch; margin: 0; }
          section.card:has(figure.drawing) > ol.steps,
          section.card:has(figure.drawing) > .facts { grid-column: 1 / -1; justify-self: stretch; }
          .card .facts { display: block; columns: 3; }
          .card .facts section { break-inside: avoid; margin-bottom: .7rem; }
          body.child .card .facts { columns: 1; }
        }
        @media screen and (max-width: 46rem) { figure.plot { grid-template-columns: minmax(0, 1fr); } }
        @media (max-width: 34rem) {
          body { padding: 1rem .8rem 1.5rem; }
          section.card { padding: .9rem; }
          .facts { grid-template-columns: minmax(0, 1fr); }
          table.month, table.month tbody, table.month tr { display: block; }
          table.month thead, table.month td.outside, table.month td.empty { display: none; }
          table.month td { display: block; height: auto; border-width: 0 0 1px; }
          table.month .weekday { display: inline; font-weight: 700; }
          ol.steps { --mark: 6.45rem; }
          ol.steps li { grid-template-columns: 5.7rem 1fr; gap: 0 1.5rem; }
        }
        @page { margin: 15mm 15mm 16mm; @bottom-right { content: counter(page) " / " counter(pages);
          font: 8.5pt sans-serif; color: #55626a; } }
        @media print {
          html { font-size: 10pt; }
          body { padding: 0; max-width: none; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          section.card, tr, li, figure { break-inside: avoid; }
          section.card + section { break-before: page; }
          section.card { padding: .8rem 1.1rem; margin-bottom: 0; }
          section.plain:has(table.month) + section.plain:has(table.month) { break-before: page; }
          .itinerary { font-size: 8.8pt; line-height: 1.32; }
          .itinerary header.page { display: flex; align-items: baseline; gap: 1rem; margin-bottom: .6rem; }
          .itinerary .card h2 { font-size: 1.3rem; }
          .itinerary ol.steps { margin: .6rem 0; }
          .itinerary ol.steps li { padding-bottom: .25rem; }
          .itinerary .facts { column-gap: 1.2rem; padding-top: .6rem; }
          .itinerary .facts section { margin-bottom: .35rem; break-inside: auto; }
          table.month { font-size: 8pt; }
          table.month td { height: 21mm; padding: .15rem .25rem; }
          table.month .entry { line-height: 1.15; margin-top: .12rem; padding: .05rem .25rem; }
          .month header.page, .escort header.page { margin-bottom: .5rem; }
          body.child { font-size: 11pt; line-height: 1.35; }
          ol.scenes { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .6rem 1rem; margin: .6rem 0; }
          svg.picture { max-width: 28mm; }
          svg.route { max-height: 42mm; }
          h2, h3 { break-after: avoid; }
          header.page { margin-bottom: 1rem; }
          footer.page { margin-top: 1rem; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          a { text-decoration: none; }
        }

        """
}
