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
        footer.page { margin-top: 1.5rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--quiet);
          font-size: .85rem; }
        section { margin-bottom: 1.6rem; }
        section > h2 { margin-bottom: .5rem; }
        .quiet { color: var(--quiet); }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .when { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.4; }
        th { text-align: left; font-weight: 700; color: var(--deep); border-bottom: 2px solid var(--deep);
          padding: .3rem .6rem .3rem 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; vertical-align: top; }
        tbody th { color: var(--ink); font-weight: 400; border-bottom: 1px solid var(--line); white-space: nowrap; }
        td.plot { width: 55%; vertical-align: middle; }
        td small, li small { color: var(--quiet); font-size: .88em; }
        .box { display: inline-block; width: .85em; height: .85em; border: 1.5px solid var(--ink); border-radius: 2px;
          margin-right: .5em; vertical-align: -.05em; }
        .bar { display: block; height: .8rem; background: var(--deep); }
        .bands th:nth-child(2) { text-align: right; }

        article.card { border: 1px solid var(--line); border-left: 5px solid var(--deep); border-radius: 6px;
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
        .facts ul { list-style: none; }
        .facts li { padding-left: 1.45em; text-indent: -1.45em; }
        .facts dt { color: var(--quiet); font-size: .88rem; }
        .facts dd a { white-space: nowrap; }
        .note { margin-bottom: .7rem; break-inside: avoid; }

        @media (max-width: 34rem) {
          body { padding: 1rem .8rem 1.5rem; }
          article.card { padding: .9rem; }
          .facts { grid-template-columns: 1fr; }
          ol.steps { --mark: 6.45rem; }
          ol.steps li { grid-template-columns: 5.7rem 1fr; gap: 0 1.5rem; }
        }
        @page { size: A4; margin: 15mm 15mm 16mm; @bottom-right { content: counter(page) " / " counter(pages);
          font: 8.5pt sans-serif; color: #55626a; } }
        @media print {
          html { font-size: 10pt; }
          body { padding: 0; max-width: none; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          article.card, tr, li { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          header.page { margin-bottom: 1rem; }
          footer.page { margin-top: 1rem; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          a { text-decoration: none; }
        }

        """
}
