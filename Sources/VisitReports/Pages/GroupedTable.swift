/// What the template of grouped tables is filled with: a heading and a table for each group.
struct GroupedTable {
    /// Rows under a heading.
    struct Group {
        var heading: String
        /// A sentence under the heading.
        var remark: String?
        var rows: [Row]
    }

    /// One row.
    struct Row {
        var cells: [String]
    }

    var groups: [Group]
    var columns: [String]
    /// Whether each row begins with a box to tick.
    var hasBoxes: Bool
    /// What is said where there are no groups.
    var empty: String?
}

extension PageTemplate {
    /// Groups of rows, each with a heading and a table of its own.
    static let groupedTable = PageTemplate(
        """
        {{#empty}}
        <p>{{.}}</p>
        {{/empty}}
        {{#groups}}
        <section>
        <h2>{{heading}}</h2>
        {{#remark}}
        <p>{{.}}</p>
        {{/remark}}
        <div class="scroll">
        <table>
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr>{{#cells}}<td>{{#first()}}{{#hasBoxes}}<span class="box"></span>{{/hasBoxes}}{{/first()}}{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        </section>
        {{/groups}}

        """)
}
