extension PageTemplate {
    /// The body of the coverage report: bars with their numbers beside them, then every bond.
    static let coverage = PageTemplate(
        """
        <section>
        <h2>{{bandsTitle}}</h2>
        <table class="bands">
        <thead><tr>{{#bandColumns}}<th scope="col">{{.}}</th>{{/bandColumns}}</tr></thead>
        <tbody>
        {{#bands}}
        <tr><th scope="row">{{name}}</th><td class="number">{{count}}</td>\
        <td class="plot"><span class="bar" style="width: {{share}}%"></span></td></tr>
        {{/bands}}
        </tbody>
        </table>
        </section>
        <section>
        <h2>{{listTitle}}</h2>
        <div class="scroll">
        <table>
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        </section>

        """)
}
